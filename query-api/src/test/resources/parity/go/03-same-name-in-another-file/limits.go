package main

func maximum() int { return limit() * 2 }
