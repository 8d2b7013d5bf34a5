class Conflict {
<<<<<<< HEAD
  a(): number { return one(); }
=======
  a(): number { return two(); }
>>>>>>> other
  b() { return 3; }
}
