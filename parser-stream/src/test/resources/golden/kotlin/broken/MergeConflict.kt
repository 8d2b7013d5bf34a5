class Conflict {
<<<<<<< ours
  fun left() = 1
=======
  fun right() = 2
>>>>>>> theirs
  fun both() = 3
}
