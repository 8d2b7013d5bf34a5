// A declaration cut off, then a sound struct.
int incomplete(int a,
struct kept { int field; };
int after(void) { return 3; }
