package org.example.web;

import jakarta.ws.rs.*;

@Path("connectors/")
class RestRoutes {
  // A method and a path are annotations of their own.
  @GET
  @Path("/{name}/status")
  public Status status(@PathParam("name") String name) {
    return null;
  }

  // Without a path it is the class's.
  @POST
  public void create() {}

  // A resource below this one: a path without a method.
  @Path("/below")
  public Below below() {
    return new Below();
  }
}

// Neither the class nor the method has a path.
class Below {
  @GET
  String text() {
    return "";
  }
}

// The class's path is no literal.
@Path(Paths.ROOT)
class Computed {
  @GET
  @Path("/x")
  void x() {}
}

// Micronaut: the annotations count in a controller only.
@Controller("/hello")
class Hello {
  @Get("/{name}")
  String hello(String name) {
    return name;
  }

  @Post(uri = "/")
  void add() {}

  @Delete
  void clear() {}
}

class NoController {
  @Get("/x")
  void x() {}
}
