#include <string>
#include "base.hpp"

namespace shop {

/// A thing that is sold.
class Item final : public Base, private detail::Counted<Item> {
 public:
  // Constructors: declared, defined, delegating, defaulted, deleted.
  Item();
  explicit Item(std::string name) : Base(name), name_{std::move(name)}, count_(0) {}
  Item(int count) : Item() { count_ = count; }
  Item(const Item&) = default;
  Item& operator=(const Item& other) = delete;
  virtual ~Item() override;

  // Methods: const, pure, static, final, with a default argument, defined later.
  const std::string& name() const noexcept { return name_; }
  virtual int price(int count = 1, Currency currency = Currency::euro) const = 0;
  static Item* make();
  void draw() override final;
  int weight() const;

  // Operators and conversions.
  bool operator==(const Item& other) const { return this->name_ == other.name_; }
  int operator()(int a, int b);
  explicit operator bool() const { return count_ > 0; }
  operator std::string() const;
  void* operator new(std::size_t size);
  auto operator<=>(const Item&) const = default;

  // Friends: a class, a function that is declared, one that is defined here.
  friend class Shop;
  friend bool same(const Item& a, const Item& b);
  friend std::ostream& operator<<(std::ostream& out, const Item& item) {
    return out << item.name_;
  }

  // Nested types and names for types.
  enum class Currency { euro, pound };
  struct Part { int size; };
  using Parts = std::vector<Part>;
  typedef Part* PartPointer;
  using Base::describe;

 protected:
  static constexpr int kLimit = 8;
  static int instances;
  inline static int shared = 0;
  mutable int reads = 0;

 private:
  std::string name_;  ///< as printed
  int count_ = 0, *cursor_{nullptr};
  Part parts_[kLimit];
  std::function<int(int)> twice_ = [](int n) { return n * 2; };
};

// Defined outside of the class: in it all the same.
Item::Item() : Base("none") {}
Item::~Item() = default;
int Item::instances = 0;
int Item::weight() const { return cursor_ ? *cursor_ : reads; }
Item::operator std::string() const { return name_; }

// The class is in another file: the qualifier is a receiver.
int Elsewhere::size() const { return items_.size(); }
Elsewhere::Elsewhere() {}
int deep::Elsewhere::total = 3;

namespace {
// Nobody outside sees this.
int hidden = 1;
void helper() {}
struct Secret {};
}  // namespace

}  // namespace shop

// A class in a function, and a function of a namespace that is defined from outside.
void outside() {
  struct Local {
    int value;
    int get() const { return value; }
  };
  Local local{3};
  local.get();
}

namespace shop { void inside(); }
void shop::inside() { outside(); }
