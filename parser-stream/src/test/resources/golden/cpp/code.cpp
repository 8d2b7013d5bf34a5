// Namespaces and names from them.
namespace fs = std::filesystem;
using namespace std::literals;
using std::string;
using enum Color;
namespace a::b::inline c { int nested(); }

int global = 3;

void code(const string& text, int* counts) {
  // Objects: on the stack, with arguments, with a list, by new, without a name.
  Widget plain;
  Widget called(1, text);
  Widget listed{2};
  Widget assigned = {3};
  Widget vexing(global);
  auto* made = new ui::Widget(4);
  auto copy = Widget{5};
  delete made;
  delete[] counts;

  // Bindings: deduced, structured, in conditions, in loops.
  auto size = text.size();
  auto& [first, second] = pairs.front();
  if (auto found = table.find(text); found != table.end()) found->second.use();
  while (Node* node = queue.pop()) node->visit();
  for (auto&& [key, value] : entries) key.touch(value);
  for (int i = 0, n = limit(); i < n; ++i) counts[i] = global++;

  // Members of what calls give, scopes, this and pointers to members.
  text.begin()->trim().length();
  Outer::Inner::create(1).run();
  ::global_call();
  (*made).draw();
  (made->*method)(1);
  made->Base::draw();
  connect(&Widget::draw, &code, code);

  // Lambdas: with a name they are functions, without one their code belongs here.
  auto twice = [&size, factor = 2](int n) mutable -> int { return n * factor + global; };
  twice(3);
  run([=](auto item) { item.use(); }, [this] { update(); });

  // Exceptions and casts.
  try {
    throw Error("no", 1);
  } catch (const Error& error) {
    error.what();
  } catch (...) {
    rethrow();
  }
  (void)text;
  int number = int(2.5) + (int)size;
  string("x");
  const_cast<char*>(text.c_str());

  // Control flow.
  if constexpr (sizeof(int) == 4) {
    global = number;
  } else if (size && number || global) {
    global = counts ? 1 : 2;
  }
}

// Coroutines.
Task<int> later() {
  auto value = co_await fetch();
  co_yield value.next();
  co_return 1;
}

// A function try block, a trailing type, attributes, noexcept.
[[nodiscard]] auto guarded() noexcept(true) -> std::optional<int> try {
  return parse();
} catch (...) {
  return {};
}

[[deprecated("use guarded")]] [[gnu::cold]] int outdated();

extern "C" {
int from_c(int);
}
extern "C" void also_from_c();

// A literal operator.
long double operator""_km(long double value);

// Lambdas in variables are functions.
auto handler = [](int code) { return code + global; };
static const auto table_of = makeTable();
