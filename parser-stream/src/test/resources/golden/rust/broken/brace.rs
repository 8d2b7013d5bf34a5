// A brace is missing: what comes before and after is found.
fn before() { first(); }
fn open() { second();
fn after() { third(); }
