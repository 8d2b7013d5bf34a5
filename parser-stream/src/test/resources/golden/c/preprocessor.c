// A macro without a value, with one, with parameters, with any number of them.
#define FLAG
#define SIZE 64 // bytes
#define SQUARE(x) ((x) * (x))
#define LOG(format, ...) \
  do { log_at(__FILE__, __LINE__, format, __VA_ARGS__); flush(); } while (0)

// Calls in the text of a macro belong to it; parameters, members, strings and keywords are none.
#define APPLY(f, list) for_each(f(list), list->next(), "call(x)", sizeof(int), name ## _of(3))

#undef FLAG
#pragma once

// All branches of a condition count, and what it asks for is read.
#if defined(HAVE_THREADS) && LEVEL > 2
static int threads = 4;
#elif HAVE_FIBERS
static int fibers = 4;
#else
static int loops = 4;
#endif

#ifdef __linux__
# include <unistd.h>
int pause_linux(void) { return pause(); }
#endif

// Branches inside of code.
int run(int n)
{
#ifdef TRACE
  LOG("run %d", n);
#else
  quiet(n);
#endif
  return SQUARE(n) + SIZE;
}

// A macro's use at the top level, with and without a body behind it.
MODULE_LICENSE("GPL");

DEFINE_HANDLER(read, int fd)
{
  return fd + SIZE;
}

// Conditions inside of the braces of a value, and of parentheses: all branches are read.
static struct entry table[] = {
#ifdef CONFIG_A
  { .name = "a", .handler = first },
#endif
  {
    .name = "b",
#if CONFIG_B
    .handler = second,
#else
    .handler = third,
#endif
  },
};

int checks(int a) {
  return both(a
#ifdef CONFIG_C
    , extra()
#endif
  );
}

int behind_table(void) { return 1; }
