use actix_web::{get, web, App, HttpServer};
use axum::{routing::get as fetch, Router};

// Axum: each method of a route is one.
fn axum_app(state: State) -> Router {
    Router::new()
        .route("/", axum::routing::get(index))
        .route("/users", get(list_users).post(create_user))
        .route("/users/{id}", get(show).put(users::update).delete(|| async { "gone" }))
        .route("/any", any(index))
        .nest("/api", api_router())
        .with_state(state)
}

// Actix: attributes of handlers.
#[get("/health")]
async fn health() -> impl Responder {
    "ok"
}

#[actix_web::post("/orders/{id}")]
async fn order(path: web::Path<u32>) {}

#[route("/both", method = "GET", method = "HEAD")]
async fn both() {}

// And calls.
async fn actix_app() {
    App::new()
        .service(health)
        .route("/hey", web::get().to(hey))
        .service(
            web::resource("/items")
                .app_data(1)
                .route(web::get().to(items))
                .route(web::post().to(add_item)),
        );
}

// In an impl block they lie in it.
impl Server {
    fn build(self) -> Router {
        Router::new().route("/inner", patch(Self::inner))
    }
}

// No routes: no literal, or another method.
fn others(client: Client, path: &str) {
    client.route(path, get(index));
    client.path("/none", get(index));
    graph.route("/a", "/b");
}

#[bench]
#[path = "/x"]
fn no_route() {}
