package lib

open class Top {
  fun run() = Middle()

  fun stop() = 3
}
