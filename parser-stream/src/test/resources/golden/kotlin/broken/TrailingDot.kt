fun chain(a: A) {
  // Ends in a dot.
  a.b().
}

fun next() = chain(A())
