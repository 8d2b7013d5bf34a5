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
