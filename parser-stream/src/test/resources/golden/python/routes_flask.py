from flask import Blueprint, Flask

app = Flask(__name__)
bp = Blueprint("users", __name__, url_prefix="/users")
admin = Blueprint("admin", __name__, url_prefix="/unused")
nested = Blueprint("nested", __name__)

# What registers a blueprint replaces its prefix, and nests it in another.
app.register_blueprint(admin, url_prefix="/admin")
admin.register_blueprint(nested, url_prefix="/deep")


# Without methods a route takes GET.
@app.route("/")
def index():
    return helper()


# A route for each method, and for each decorator.
@app.route("/items", methods=["GET", "POST"])
@app.route("/things", methods=("PUT",))
def items():
    return []


# The methods are not known.
@app.route("/some", methods=METHODS)
def some():
    return []


# The blueprint's prefix stands before the path.
@bp.get("/<int:id>")
def user(id):
    return id


@nested.delete("/x")
def deep():
    pass


# A path that is no literal, or no path: no route.
@app.route(PATH)
def unknown():
    pass


@app.route(f"/{PATH}")
def computed():
    pass


@mock.patch("os.path.join")
def patched():
    pass


# Calls that add routes, with a function and with a class.
app.add_url_rule("/added", "added", helper)
app.add_url_rule("/view", view_func=Items.as_view("items"), methods=["GET"])


def create_app():
    app = Flask(__name__)

    # The handler lies in the function.
    @app.route("/inner")
    def inner():
        pass

    return app


class Items(MethodView):
    def get(self):
        pass


def helper():
    pass
