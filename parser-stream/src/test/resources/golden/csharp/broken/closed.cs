}
}
class A { int x; void M() { x++; } }
}
