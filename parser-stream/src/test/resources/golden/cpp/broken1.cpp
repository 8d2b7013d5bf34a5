// A class that never ends keeps its members.
class Open : public Base {
 public:
  int sound() { return call(); }
  int field;
  void cut(
