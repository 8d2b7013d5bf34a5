/*
 * One parse and one walk per call: source bytes in, the whole syntax tree out as one array of
 * integers in preorder (layout: SyntaxTree.java).
 *
 * The core of tree-sitter is included here as source, for three reasons. Its allocations become
 * calls of a bump allocator that belongs to one parse: exact accounting, no malloc, and everything
 * is gone at once when the parse ends, in whatever way it ends. That makes it safe to leave the
 * core with longjmp from where it cannot return an error: out of memory, out of stack, a failed
 * assertion. And the walk reads the core's own node structures, which costs a third of a cursor.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#define EXPORT __attribute__((visibility("default")))

/* Statuses of a parse; CompiledLibrary.java has the same numbers. */
enum {
  PARSED = 0,
  WORK_BUDGET = 1,
  DEADLINE = 2,
  MEMORY = 3,
  CANCELLED = 4,
  TOO_MANY_NODES = 5,
  STACK = 6,
  FAULT = 7,
};

/* What one parse may use; filled in by Java. */
typedef struct {
  int64_t max_operations;
  int64_t deadline_nanos;
  int64_t max_nodes;
} Limits;

/* What one parse gave; read by Java. The nodes are valid until the next parse of this parser. */
typedef struct {
  int32_t status;
  int32_t node_count;
  int64_t operations;
  int64_t cpu_nanos;
  int64_t peak_bytes;
  const int32_t *nodes;
} Result;

/* Blocks have sizes of four steps per power of two from 16 bytes on, so there are few of them. */
#define SIZE_CLASSES 160

typedef struct FreeBlock {
  struct FreeBlock *next;
} FreeBlock;

/* The state of one parsing thread. Lives until cg_parser_delete; its memory is reset per parse. */
typedef struct {
  char *base;
  char *top;
  char *limit;
  FreeBlock *free_blocks[SIZE_CLASSES];
  int32_t *nodes;
  size_t node_capacity;
  int status;
  uint64_t callbacks;
  uint64_t touched;
  uint32_t scan_start;
  uint64_t max_operations;
  int64_t deadline;
  const volatile int32_t *cancelled;
  char *lowest_stack;
  pthread_t thread;
  char *thread_stack;
  bool thread_known;
  jmp_buf escape;
} Parser;

static __thread Parser *current __attribute__((tls_model("initial-exec")));

/* Leaves the core at once. Nothing leaks: all that it allocated belongs to the parse. */
static __attribute__((noreturn, cold, noinline)) void leave(int status) {
  current->status = status;
  longjmp(current->escape, 1);
}

/* ---- memory of one parse ---- */

/* Precedes each block; eight bytes keep the block aligned as the core's structures need it. */
typedef struct {
  uint32_t size_class;
  uint32_t size;
} BlockHeader;

static inline uint32_t size_class_of(size_t size, uint32_t *rounded) {
  if (size <= 256) {
    uint32_t class = (uint32_t)((size + 15) / 16);
    *rounded = class * 16;
    return class;
  }
  uint32_t exponent = 63 - (uint32_t)__builtin_clzll(size - 1);
  uint32_t quarter = (uint32_t)((size - 1) >> (exponent - 2)) & 3;
  *rounded = (uint32_t)((size_t)(5 + quarter) << (exponent - 2));
  return 17 + (exponent - 8) * 4 + quarter;
}

static void *arena_malloc(size_t size) {
  Parser *parser = current;
  uint32_t rounded;
  if (__builtin_expect(size > (1u << 30), 0)) leave(MEMORY);
  uint32_t class = size_class_of(size + sizeof(BlockHeader), &rounded);
  parser->touched += rounded;
  FreeBlock *block = parser->free_blocks[class];
  if (block) {
    parser->free_blocks[class] = block->next;
    return block;
  }
  if (__builtin_expect((size_t)(parser->limit - parser->top) < rounded, 0)) leave(MEMORY);
  BlockHeader *header = (BlockHeader *)parser->top;
  parser->top += rounded;
  header->size_class = class;
  header->size = rounded;
  return header + 1;
}

static void arena_free(void *pointer) {
  if (!pointer) return;
  FreeBlock *block = pointer;
  FreeBlock **list = &current->free_blocks[((BlockHeader *)pointer - 1)->size_class];
  block->next = *list;
  *list = block;
}

static void *arena_calloc(size_t count, size_t size) {
  if (__builtin_expect(size && count > (1u << 30) / size, 0)) leave(MEMORY);
  void *result = arena_malloc(count * size);
  return memset(result, 0, count * size);
}

static void *arena_realloc(void *pointer, size_t size) {
  if (!pointer) return arena_malloc(size);
  size_t usable = ((BlockHeader *)pointer - 1)->size - sizeof(BlockHeader);
  if (size <= usable) return pointer;
  void *result = arena_malloc(size);
  memcpy(result, pointer, usable);
  arena_free(pointer);
  return result;
}

/* ---- the core, with its memory, its assertions and its recursion bound to the above ---- */

#define ts_malloc arena_malloc
#define ts_calloc arena_calloc
#define ts_realloc arena_realloc
#define ts_free arena_free

#define TREE_SITTER_ASSERT_H_
#define ts_assert(condition) ((condition) ? (void)0 : leave(FAULT))

/* Inline here and called from every level of the core's two recursions, both in stack.c. */
static inline __attribute__((always_inline)) void check_stack(void) {
  if (__builtin_expect((char *)__builtin_frame_address(0) < current->lowest_stack, 0)) leave(STACK);
}

#include "get_changed_ranges.c"
#include "language.c"
#include "lexer.c"
#include "node.c"
#include "subtree.c"
#include "tree.c"
#include "tree_cursor.c"
#include "wasm_store.c"

/* Around each attempt to read a token. A byte that is scanned takes as long as four allocated. */
#define ts_lexer_start(lexer) \
  (ts_lexer_start(lexer), (void)(current->scan_start = (lexer)->current_position.bytes))
#define ts_lexer_finish(lexer, end) \
  (ts_lexer_finish(lexer, end), \
   (void)(current->touched += \
     4 * (uint64_t)((lexer)->current_position.bytes - current->scan_start)))
#include "parser.c"
#undef ts_lexer_start
#undef ts_lexer_finish

#define ts_subtree_symbol(tree) (check_stack(), ts_subtree_symbol(tree))
#define ts_subtree_release(pool, tree) (check_stack(), ts_subtree_release(pool, tree))
#include "stack.c"
#undef ts_subtree_symbol
#undef ts_subtree_release

/* The external scanners of the grammars allocate through these. */
EXPORT void *(*ts_current_malloc)(size_t) = arena_malloc;
EXPORT void *(*ts_current_calloc)(size_t, size_t) = arena_calloc;
EXPORT void *(*ts_current_realloc)(void *, size_t) = arena_realloc;
EXPORT void (*ts_current_free)(void *) = arena_free;

/* ---- limits while the core runs ---- */

static int64_t cpu_nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Work in the core's operations. The core counts them in hundreds, as if all cost the same; but on
 * broken code one operation can copy all that was skipped so far, or scan to the end of the file. So
 * the bytes that were allocated and scanned count as well. */
static inline uint64_t operations(const Parser *parser) {
  return parser->callbacks * 100 + parser->touched / 128;
}

/* Called by the core once per hundred operations; true ends the parse. */
static bool on_progress(TSParseState *state) {
  Parser *parser = state->payload;
  parser->callbacks++;
  if (operations(parser) > parser->max_operations) {
    parser->status = WORK_BUDGET;
  } else if (*parser->cancelled) {
    parser->status = CANCELLED;
  } else if (parser->callbacks % 16 == 0 && cpu_nanos() > parser->deadline) {
    parser->status = DEADLINE;
  }
  return parser->status != PARSED;
}

/* Stack that the core may use: what the thread has, but never more than this, so that a thread
 * with a larger stack gives the same answer. The rest is for the JVM's guard pages. */
#define MAX_STACK (96u << 20)
#define STACK_RESERVE (256u << 10)

static void find_stack(Parser *parser, char *here) {
  if (!parser->thread_known || !pthread_equal(parser->thread, pthread_self())) {
    pthread_attr_t attributes;
    void *lowest = here - STACK_RESERVE;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
      pthread_attr_getstack(&attributes, &lowest, &size);
      pthread_attr_destroy(&attributes);
    }
    parser->thread_stack = lowest;
    parser->thread = pthread_self();
    parser->thread_known = true;
  }
  size_t available = (size_t)(here - parser->thread_stack);
  size_t usable = available > STACK_RESERVE ? available - STACK_RESERVE : 0;
  parser->lowest_stack = here - (usable < MAX_STACK ? usable : MAX_STACK);
}

/* ---- the walk ---- */

/* Layout of a node in the output. */
enum { SHAPE, START, END, SUBTREE_END, PARENT, STRIDE };

#define FIELD_SHIFT 16
#define NAMED (1u << 28)
#define ERROR (1u << 29)
#define MISSING (1u << 30)
#define EXTRA (1u << 31)

/* A node of the core whose children are being visited. Hidden ones pass their field on. */
typedef struct {
  const Subtree *children;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields;
  const TSFieldMapEntry *fields_end;
  uint32_t count;
  uint32_t index;
  uint32_t structural_index;
  uint32_t position;
  int32_t node;
  TSFieldId inherited_field;
  bool hidden;
} Frame;

typedef Array(Frame) Frames;

static inline void enter(
  Frames *frames, const TSLanguage *language, Subtree tree, uint32_t position, int32_t node,
  TSFieldId inherited_field, bool hidden
) {
  array_reserve(frames, frames->size + 1 > frames->capacity ? frames->size * 2 + 64 : 0);
  Frame *frame = &frames->contents[frames->size++];
  frame->children = ts_subtree_children(tree);
  frame->count = ts_subtree_child_count(tree);
  frame->aliases = ts_language_alias_sequence(language, tree.ptr->production_id);
  ts_language_field_map(
    language, tree.ptr->production_id, &frame->fields, &frame->fields_end);
  frame->index = 0;
  frame->structural_index = 0;
  frame->position = position;
  frame->node = node;
  frame->inherited_field = inherited_field;
  frame->hidden = hidden;
}

static inline int32_t emit(
  int32_t *out, int32_t node, const TSLanguage *language, Subtree tree, TSSymbol alias,
  TSFieldId field, uint32_t position, int32_t parent
) {
  TSSymbol symbol = alias ? alias : ts_subtree_symbol(tree);
  bool named = alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(tree);
  symbol = ts_language_public_symbol(language, symbol);
  uint32_t shape = symbol | (uint32_t)field << FIELD_SHIFT;
  if (named) shape |= NAMED;
  if (symbol == ts_builtin_sym_error) shape |= ERROR;
  if (ts_subtree_missing(tree)) shape |= MISSING;
  if (ts_subtree_extra(tree)) shape |= EXTRA;
  int32_t *slots = out + (size_t)node * STRIDE;
  slots[SHAPE] = (int32_t)shape;
  slots[START] = (int32_t)position;
  slots[END] = (int32_t)(position + ts_subtree_size(tree).bytes);
  slots[SUBTREE_END] = node + 1;
  slots[PARENT] = parent;
  return node + 1;
}

/* Writes the visible nodes under the root; returns how many. There is room for all of them. */
static int32_t walk(int32_t *out, int32_t capacity, const TSLanguage *language, Subtree root) {
  Frames frames = array_new();
  uint32_t start = ts_subtree_padding(root).bytes;
  int32_t count = emit(out, 0, language, root, 0, 0, start, -1);
  if (ts_subtree_child_count(root) > 0) enter(&frames, language, root, start, 0, 0, false);
  while (frames.size > 0) {
    Frame *frame = &frames.contents[frames.size - 1];
    if (frame->index == frame->count) {
      if (!frame->hidden) out[(size_t)frame->node * STRIDE + SUBTREE_END] = count;
      frames.size--;
      continue;
    }
    Subtree child = frame->children[frame->index++];
    uint32_t position = frame->position;
    frame->position = position + ts_subtree_size(child).bytes;
    if (frame->index < frame->count) {
      frame->position += ts_subtree_padding(frame->children[frame->index]).bytes;
    }
    TSSymbol alias = 0;
    TSFieldId field = 0;
    if (!ts_subtree_extra(child)) {
      uint32_t place = frame->structural_index++;
      if (frame->aliases) alias = frame->aliases[place];
      field = frame->inherited_field;
      for (const TSFieldMapEntry *entry = frame->fields; entry < frame->fields_end; entry++) {
        if (!entry->inherited && entry->child_index == place) {
          field = entry->field_id;
          break;
        }
      }
    }
    if (ts_subtree_visible(child) || alias) {
      if (count == capacity) leave(FAULT);
      int32_t node = count;
      count = emit(out, node, language, child, alias, field, position, frame->node);
      if (ts_subtree_visible_child_count(child) > 0) {
        enter(&frames, language, child, position, node, 0, false);
      }
    } else if (ts_subtree_visible_child_count(child) > 0) {
      enter(&frames, language, child, position, frame->node, field, true);
    }
  }
  return count;
}

/* ---- what Java calls ---- */

/* Memory kept between parses; what a large file took beyond it goes back to the system. */
#define KEPT_BYTES (16u << 20)

static bool reserve_nodes(Parser *parser, size_t count) {
  if (count <= parser->node_capacity) return true;
  free(parser->nodes);
  parser->nodes = malloc(count * STRIDE * sizeof(int32_t));
  parser->node_capacity = parser->nodes ? count : 0;
  return parser->nodes != NULL;
}

/* Address space for the largest parse is taken once; only what a parse touches becomes memory. */
EXPORT Parser *cg_parser_new(int64_t memory_bytes) {
  Parser *parser = calloc(1, sizeof(Parser));
  if (!parser) return NULL;
  void *memory = mmap(
    NULL, (size_t)memory_bytes, PROT_READ | PROT_WRITE,
    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) {
    free(parser);
    return NULL;
  }
  parser->base = memory;
  parser->limit = parser->base + memory_bytes;
  parser->top = parser->base;
  return parser;
}

EXPORT void cg_parser_delete(Parser *parser) {
  munmap(parser->base, (size_t)(parser->limit - parser->base));
  free(parser->nodes);
  free(parser);
}

/* Gives large buffers back; Java calls it when it has copied the nodes of a large tree. */
EXPORT void cg_parser_trim(Parser *parser) {
  size_t used = (size_t)(parser->top - parser->base);
  if (used > KEPT_BYTES) {
    madvise(parser->base + KEPT_BYTES, used - KEPT_BYTES, MADV_DONTNEED);
  }
  if (parser->node_capacity * STRIDE * sizeof(int32_t) > KEPT_BYTES) {
    free(parser->nodes);
    parser->nodes = NULL;
    parser->node_capacity = 0;
  }
}

typedef struct {
  const char *bytes;
  uint32_t length;
} Source;

static const char *read_source(void *payload, uint32_t at, TSPoint point, uint32_t *length) {
  (void)point;
  const Source *source = payload;
  if (at >= source->length) {
    *length = 0;
    return "";
  }
  *length = source->length - at;
  return source->bytes + at;
}

/* Destroys the state of an external scanner, which may hold memory of its own. */
static void end_scanner(TSParser *core) {
  if (core && core->language) ts_parser__external_scanner_destroy(core);
}

static void parse_and_walk(
  Parser *parser, TSParser *volatile *core, const TSLanguage *language, Source *source,
  const Limits *limits, Result *result
) {
  *core = ts_parser_new();
  if (!ts_parser_set_language(*core, language)) leave(FAULT);
  TSInput input = {source, read_source, TSInputEncodingUTF8, NULL};
  TSParseOptions options = {parser, on_progress};
  TSTree *tree = ts_parser_parse_with_options(*core, NULL, input, options);
  if (!tree) {
    if (parser->status == PARSED) parser->status = FAULT;
    return;
  }
  uint32_t count = ts_subtree_visible_descendant_count(tree->root) + 1;
  if (count > limits->max_nodes) {
    parser->status = TOO_MANY_NODES;
    return;
  }
  if (!reserve_nodes(parser, count)) leave(MEMORY);
  result->node_count = walk(parser->nodes, (int32_t)count, language, tree->root);
  result->nodes = parser->nodes;
}

EXPORT void cg_parse(
  Parser *parser, const TSLanguage *language, const char *bytes, uint32_t length,
  const Limits *limits, const volatile int32_t *cancelled, Result *result
) {
  memset(result, 0, sizeof *result);
  int64_t begin = cpu_nanos();
  parser->top = parser->base;
  memset(parser->free_blocks, 0, sizeof parser->free_blocks);
  parser->status = PARSED;
  parser->callbacks = 0;
  parser->touched = 0;
  parser->max_operations = (uint64_t)limits->max_operations;
  parser->deadline = begin + limits->deadline_nanos;
  parser->cancelled = cancelled;
  find_stack(parser, __builtin_frame_address(0));
  current = parser;
  TSParser *volatile core = NULL;
  Source source = {bytes, length};
  if (setjmp(parser->escape) == 0) {
    parse_and_walk(parser, &core, language, &source, limits, result);
  }
  if (setjmp(parser->escape) == 0) end_scanner(core);
  current = NULL;
  result->status = parser->status;
  result->operations = (int64_t)operations(parser);
  result->peak_bytes = parser->top - parser->base;
  result->cpu_nanos = cpu_nanos() - begin;
}
