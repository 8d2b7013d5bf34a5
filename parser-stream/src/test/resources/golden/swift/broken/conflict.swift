// A conflict of two branches.
struct S {
<<<<<<< ours
  func a() {}
=======
  func b() {}
>>>>>>> theirs
}
