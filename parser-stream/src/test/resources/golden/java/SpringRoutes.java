package org.example.web;

import org.springframework.web.bind.annotation.*;

// A path of the class stands before those of its methods.
@RestController
@RequestMapping("/users")
class SpringRoutes {
  // A path with a variable; the route leads to the method.
  @GetMapping("/{id}")
  User one(@PathVariable long id) {
    return users.find(id);
  }

  // Without a path of its own a method has that of the class.
  @PostMapping
  void create(@RequestBody User user) {}

  // Several paths and several methods: a route for each pair.
  @RequestMapping(
      path = {"/a", "b/"},
      method = {RequestMethod.GET, RequestMethod.HEAD})
  void several() {}

  // A mapping that names no method takes any.
  @RequestMapping(value = "/any", produces = "text/plain")
  void any() {}

  // A path that only another file knows makes no route.
  @DeleteMapping(Paths.USER)
  void delete() {}

  // Not about the web.
  @Cacheable("/cache")
  void cached() {}
}

// Two paths of a class are two routes for each method.
@RequestMapping({"/v1", "/v2"})
interface Versions {
  @PutMapping("/x")
  void put();
}

// What calls a service declares no route.
@FeignClient("users")
interface Client {
  @GetMapping("/users")
  void users();
}
