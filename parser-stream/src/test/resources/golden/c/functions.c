/* A file of functions. */

#include <stdio.h>
#include "list.h"
#include CONFIG_HEADER

/* A prototype: a function with the modifier declaration and no complexity. */
int list_size(const struct list *list);

/* A definition has complexity; a comment above documents it. */
int list_size(const struct list *list)
{
	int size = 0;
	for (const struct node *n = list->head; n; n = n->next)
		size++;
	return size;
}

/* Internal linkage. */
static inline unsigned long mix(unsigned long a, unsigned b) { return a ^ b << 3; }

/* A result that is a pointer to a function. */
void (*on_signal(int number, void (*handler)(int)))(int);

/* Variable arguments. */
int log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Parameters in the old way. */
int old_style(a, b)
	int a;
	char *b;
{
	return a + *b;
}

/* Array parameters and qualifiers. */
static void fill(int values[static 4], const char *const names[], size_t count)
{
	/* Reads and writes of globals and fields; locals are no references. */
	struct point p = { .x = 1, .y = offset };
	p.x = total;
	total += values[0];
	counters[count].hits++;
	p.next->x = sizeof(struct point);
	*names[1] == 'a' ? puts(names[0]) : abort();
}

/* A function as a value: its address, its name, and its name in a table. */
static int compare(const void *a, const void *b) { return 0; }

typedef int (*comparator)(const void *, const void *);

static const comparator comparators[] = { compare, &compare, [2] = 0 };

void sort_all(int *values, size_t count)
{
	comparator by = compare;
	qsort(values, count, sizeof *values, compare);
	by(values, values + 1);
	comparators[0](values, values);
	(*by)(values, values);
}

/* Control flow: 1 + if, else if, &&, for, while, 2 cases, ?:, do. */
int flow(int a, int b)
{
	if (a && b) {
		for (;;)
			while (a--)
				if (b)
					goto out;
	} else if (b) {
		return 1;
	} else {
		return 2;
	}
	switch (a) {
	case 1:
	case 2:
		break;
	default:
		break;
	}
	do {
		a = b ? 1 : 2;
	} while (a);
out:
	return 0;
}

/* A local type, a local extern, and a name visible in its own value. */
void locals(void)
{
	struct pair { int first; } pair = { 1 };
	extern int shared;
	struct node *n = malloc(sizeof *n);
	static int calls;
	shared = pair.first + calls + n->value;
}

/* The entry point. */
int main(int argc, char **argv)
{
	return printf("%d %s\n", argc, argv[0]);
}
