package b;

class Helper {
  void help() {}
}
