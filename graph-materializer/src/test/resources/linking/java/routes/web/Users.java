package web;

@RequestMapping("/users")
class Users {
  @GetMapping("/{id}")
  String one(long id) {
    return find(id);
  }

  private String find(long id) {
    return "";
  }
}
