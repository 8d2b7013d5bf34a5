class A { void a() {} }
}
}
class B { void b() {} }
) void c() {}
