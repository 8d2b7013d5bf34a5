fun whens(x: Any) = when (x) {
  is String ->
  is Int -> x.dec()
  else
}

class Sound
