package org.example.web

import org.springframework.web.bind.annotation.*

// Routes of annotations, below the path of the class.
@RestController
@RequestMapping("/api/users")
class UserController(private val users: UserRepository) {
  @GetMapping("/{id}")
  fun one(@PathVariable id: Long): User = users.find(id)

  @GetMapping
  fun all() = users.all()

  @PostMapping(path = ["/", "/new"], consumes = ["application/json"])
  suspend fun create(@RequestBody user: User) = users.add(user)

  @RequestMapping("/x", method = [RequestMethod.PUT])
  fun replace() {}
}
