// Macros without names, and rules without ends.
macro_rules! { () => {} }
macro_rules! half { ($x:expr) => }
fn body() { next(); }
