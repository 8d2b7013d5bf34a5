// A stray brace between two functions.
int one(void) { return 1; }
}
int two(void) { return one(); }
