// Attributes of nothing.
#[test
fn first() {}
#[derive(]
struct A;
#[deprecated]
