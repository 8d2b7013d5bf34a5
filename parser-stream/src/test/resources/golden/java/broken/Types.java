sealed interface Types permits {
  List<String, > a();
  Map<, Integer> b;
  <T extends> T c(T t);
}
enum Colours { RED, GREEN(, BLUE { void m() {} }
