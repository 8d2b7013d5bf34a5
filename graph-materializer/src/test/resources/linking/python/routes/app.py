from flask import Flask


def index():
    return "not this one"


def create_app():
    app = Flask(__name__)

    @app.route("/")
    def index():
        return helper()

    return app


def helper():
    return ""


class Controller:
    @router.get("/x")
    def x(self):
        pass
