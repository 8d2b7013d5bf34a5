from fastapi import APIRouter, FastAPI

from . import handlers

app = FastAPI()
router = APIRouter(prefix="/users", tags=["users"])
api = APIRouter(prefix="/v1")

# A router inside of another that the application includes.
api.include_router(router)
app.include_router(api, prefix="/api")
# The prefix is not known: the paths stand for themselves.
app.include_router(other, prefix=settings.PREFIX)


# The path of a router with a prefix may be empty.
@router.get("")
async def all_users() -> list[User]:
    return []


@router.post("/{user_id}", response_model=User)
async def create(user_id: int, user: User = Depends(load)):
    return user


@app.api_route("/health", methods=["GET", "HEAD"])
def health():
    return {}


@other.put(path="/other")
def put():
    pass


# An empty path without a prefix is no route, nor is a client's call.
@app.get("")
def nothing():
    client.get("/users")


app.add_api_route("/added", handlers.added, methods=["POST"])


class Controller:
    # The handler is a method.
    @app.patch("/method")
    def method(self):
        pass
