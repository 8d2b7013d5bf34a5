class Conflict {
<<<<<<< HEAD
  int a() { return one(); }
=======
  int a() { return two(); }
>>>>>>> other
  int b() { return 3; }
}
