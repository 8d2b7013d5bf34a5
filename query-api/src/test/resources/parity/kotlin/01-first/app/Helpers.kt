package app

fun helper() = 1
