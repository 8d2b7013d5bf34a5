// A template whose parameters are cut off.
template <typename T
class Lost {};

class Kept {
  int a;
};
