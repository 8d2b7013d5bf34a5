// A call is cut off.
fn cut() {
    one(1,
    two.three(
}
fn after() { four(); }
