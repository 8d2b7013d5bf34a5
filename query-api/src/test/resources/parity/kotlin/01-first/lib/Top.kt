package lib

open class Top {
  fun run() = this

  fun stop() = this
}
