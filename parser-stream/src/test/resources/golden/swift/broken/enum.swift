// An enum with a case that is not there.
enum E {
  case a
  case
  case b(Int)
}
