public class  : Base { void M() { } }
class B { }
enum { X }
interface I { void N(); }
