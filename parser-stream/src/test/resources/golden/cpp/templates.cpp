// A class template; parameters are no references.
template <typename T, int Size = 4, class... Rest>
class Buffer {
  T data_[Size];
  Buffer<T, Size, Rest...>* next_;

 public:
  template <class U>
  void append(U&& value, T other);
  T& at(int index);
};

// Its members from outside, and a specialization.
template <typename T, int Size, class... Rest>
T& Buffer<T, Size, Rest...>::at(int index) {
  return data_[index];
}

template <>
class Buffer<bool, 1> {};

template <class T>
struct Buffer<T*, 2> : Base<T> {};

// Function templates, with a specialization and an instantiation.
template <typename T>
T largest(const std::vector<T>& values) {
  T best = values[0];
  for (const T& value : values) best = std::max<T>(best, value);
  return best;
}

template <>
int largest<int>(const std::vector<int>& values);

template class Buffer<char, 2>;

// Concepts, requires clauses and abbreviated templates.
template <typename T>
concept Sized = requires(T t) {
  { t.size() } -> std::convertible_to<std::size_t>;
  typename T::value_type;
  t.clear();
};

template <Sized T>
  requires std::copyable<T>
void shrink(T& value) {
  value.clear();
}

void inspect(Sized auto const& value);

// Variables and names for types that are templates.
template <typename T>
constexpr T pi = T(3.14);

template <typename T>
using Table = std::map<std::string, T>;

// A template template parameter and a fold.
template <template <typename> class Container, typename... Args>
auto sum(const Container<Args...>& all, Args... args) {
  return (args + ... + 0);
}

// Calls with template arguments; casts are types, not calls.
void use() {
  auto p = std::make_unique<Buffer<int>>(3);
  p->template append<int>(1, 2);
  auto q = static_cast<Derived*>(base());
  q->run();
  dynamic_cast<Other&>(*q).stop();
  largest<int>({1, 2});
  sizeof(Buffer<int>);
}

// A template that another file instantiates; what follows it is not lost.
extern template int sum_all<int>(int first, int second);

// A requirement that only newer compilers read, between head and body.
template <class T>
class Checked {
 public:
  T insert(T value)
#if LANGUAGE >= 202002L
    requires(!is_small<T>::value)
#endif
  {
    return keep(value);
  }

  const T& get() const& MY_LIFETIME_BOUND { return value_; }

 private:
  T value_;
};

class alignas(16) Aligned {
 public:
  Aligned() = default;
};
