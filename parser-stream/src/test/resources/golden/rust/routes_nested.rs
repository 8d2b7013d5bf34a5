fn app() -> Router {
    let api = Router::new().route("/users", get(list).post(create)).route("/users/{id}", get(show).delete(remove));
    Router::new()
        .nest("/api", Router::new().route("/x", get(x)).nest("/v1", Router::new().route("/y", axum::routing::post(y))))
        .nest("/late", api)
        .merge(other())
        .route("/health", get(|| async { "ok" }))
}
fn conf(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::scope("/shop")
            .service(web::resource("/carts").route(web::get().to(carts)).route(web::post().to(add)))
            .route("/x", web::get().to(x)),
    );
    App::new().service(web::scope("/a").service(web::scope("/b").route("/c", web::put().to(c))));
}
#[route("/multi", method = "GET", method = "HEAD")]
async fn multi() {}
