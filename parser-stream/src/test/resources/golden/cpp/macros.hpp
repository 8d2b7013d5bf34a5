#pragma once

// Words that a macro stands for are set aside so that the rest is read.
MY_BEGIN_NAMESPACE

class MY_EXPORT Exported : public Base {
  MY_OBJECT
 public:
  MY_INLINE int size() const MY_NOEXCEPT { return size_; }
  static MY_FORCE Exported* make(int count) MY_REQUIRES(lock_);

 private:
  int size_ MY_GUARDED_BY(lock_) = 0;
};

struct MY_ALIGNED(16) Vector {
  float x, y;
};

MY_API int api_call(int a);
MY_API std::string api_text(const char* text) { return text; }
template <typename T> MY_CONSTEXPR T identity(T value) MY_NOEXCEPT { return value; }

MY_END_NAMESPACE
