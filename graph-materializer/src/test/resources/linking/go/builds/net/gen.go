//go:build ignore

package main

func main() { open(); print() }

func open() {}
