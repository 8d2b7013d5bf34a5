#!/usr/bin/env -S scala-cli shebang
//> using scala 3

import scala.util.Try

// A script: values, functions and statements at the top level.
val path = args.headOption.getOrElse(".")

def count(file: String): Int =
  var lines = 0
  lines += 1
  lines

println(count(path))
