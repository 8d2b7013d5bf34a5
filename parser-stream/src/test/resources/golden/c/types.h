/* SPDX-License-Identifier: MIT */

/* A guard is a macro; asking for it is no reference. */
#ifndef TYPES_H
#define TYPES_H

/* A forward declaration refers to a type. */
struct list;

/** A node of a list. */
struct node {
	struct node *next; /* the one behind */
	int value, *weights; ///< what it is worth
	unsigned is_open : 1;
	void (*visit)(struct node *self, void *context);
	char name[NAME_LENGTH];
	struct { int x, y; } position;
	union {
		long number;
		double fraction;
	};
	enum { SMALL, LARGE = 8 } size;
};

/* Names by typedef: of a type without a name, of one with a name, of a pointer, of a function. */
typedef struct {
	int width;
	int height;
} extent_t;

typedef struct tree {
	struct tree *left, *right;
} tree_t, *tree_p;

typedef unsigned char byte_t;
typedef int reader_fn(void *source, byte_t *into, unsigned long count);
typedef int (*writer_fn)(void *);
typedef byte_t block_t[16];

/* An enum with values. */
enum color {
	RED,
	GREEN = RED + 2, /* like grass */
	BLUE = 1 << 4,
};

/* Variables: shared, private, constant, of several declarators. */
extern int shared_total;
extern const char *const level_names[];
static int private_total = 3, *cursor = &shared_total;
const double ratio = 0.5;
static const struct extent limits = { .width = MAX_WIDTH, .height = 2 };
volatile int ticks;
int (*hook)(int);
_Thread_local int depth;

/* Nothing is static in a header but what says so. */
static inline int twice(int value) { return 2 * value; }

/* An attribute that deprecates. */
__attribute__((deprecated, unused)) int old_total(void);

#endif /* TYPES_H */
