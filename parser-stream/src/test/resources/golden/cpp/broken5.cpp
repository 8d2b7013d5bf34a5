// A member that makes no sense, between sound ones.
struct Mixed {
  int before();
  int ??? 5;
  int after() { return before(); }
};
Mixed value;
