#ifndef ANNOTATIONS_HPP
#define ANNOTATIONS_HPP

// Conditions with header names, and braces that stand in a condition of their own.
#if __has_include(<version>) && __has_cpp_attribute(gnu::cold)
#include <version>
#endif

#ifdef __cplusplus
extern "C" {
#endif

int plain(void);

#ifdef __cplusplus
}  // extern "C"
#endif

namespace notes {

// Words behind stars, behind parameters and between attributes and a name.
class MY_LOCKABLE [[nodiscard]] Keeper {
 public:
  Keeper(Lock* my_nonnull lock MY_BOUND) MY_ACQUIRES(lock) : lock_(lock) {}
  const Name& name() const MY_BOUND { return name_; }

 private:
  Lock* my_nonnull lock_;
  Name name_;
};

// Pointers to functions that a macro exports.
MY_API Name* (*make_name)(const char* text) MY_ATTRIBUTE;

void act(int count) {
  // A macro without a semicolon before a statement.
  MY_PREPARE(count)
  if (count > 0) {
    use(count);
  }
  // Multiplications stay what they are.
  int area = count * WIDTH * count;
  use(area & MASK);
}

}  // namespace notes

#endif
