/* Words of kernels and of compilers. */
static int __init start_driver(void)
{
	return 0;
}

static __always_inline long copy_in(void __user *to, const struct page __iomem *from, int n)
{
	return n * PAGE_SIZE;
}

struct header {
	unsigned char bytes[4];
} __packed;

static _Thread_local int calls __read_mostly = 3;

LIB_API int lib_open(const char *path) LIB_NONNULL;
LIB_API lib_handle *(*lib_hook)(int) LIB_WEAK;

/* A type in capitals is a type. */
DWORD count_words(const BYTE *bytes, DWORD size);
static DWORD total_words = 0;

// Words of a kernel: behind a type, before one, and before the name of a function.
extern int get_key(u32 __user *address, int shared);
static void retry(struct item *list, __always_unused int error) { release((__force void *)list); }
static noinline void slow(void) {}
int notrace is_text(unsigned long address) { return 0; }
static u64 notrace read_clock(void) { return 0; }
