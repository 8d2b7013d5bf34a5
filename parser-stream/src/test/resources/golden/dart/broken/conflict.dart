class Merged {
<<<<<<< HEAD
  void ours() => callOurs();
=======
  void theirs() => callTheirs();
>>>>>>> branch
  void after() {}
}
