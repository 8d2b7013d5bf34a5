extension type Id(int) { }
extension type ( int a ) {}
extension type Open(int a
class Behind { void m() {} }
