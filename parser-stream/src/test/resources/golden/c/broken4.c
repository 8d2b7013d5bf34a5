// Macros that are no C by themselves.
BEGIN_DECLS
EXPORT int visible(void);
static __init int start(void) { return visible(); }
END_DECLS
