// A conflict that nobody resolved.
fn before() {}
<<<<<<< HEAD
fn ours(a: u8) { left(a); }
=======
fn theirs(b: u8) { right(b); }
>>>>>>> topic
fn after() {}
