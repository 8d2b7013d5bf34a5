import org.springframework.web.reactive.function.server.RouterFunction;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;
@RestController
@RequestMapping(RouterFunctions.BASE)
class RouterFunctions {
  static final String BASE = "/api" + "/v1";
  static final String ONE = "/one/{id}";
  static String notFinal = "/x";
  @GetMapping(ONE) Object one() { return 1; }
  @PostMapping({ONE + "/more", "/b"}) Object two() { return 1; }
  @PutMapping(Other.PATH) Object three() { return 1; }
  @DeleteMapping(notFinal) Object four() { return 1; }
  RouterFunction<?> routes(H h) {
    return route().GET("/people", h::list).POST("/people", accept(JSON), h::create)
      .path("/cats", b -> b.GET("/{id}", h::cat).nest(accept(JSON), c -> c.PUT("", h::x).PUT("/y", h::y))).build();
  }
  RouterFunction<?> old(H h) {
    return route(GET("/old"), h::old).andRoute(POST("/old").and(accept(JSON)), h::post).andNest(path("/n"), route(GET("/in"), h::in));
  }
}
