import module java.base;

void main(String[] args) {
  List<String> names = new ArrayList<>();
  names.add(args[0]);
  Unknown other = null;
}
