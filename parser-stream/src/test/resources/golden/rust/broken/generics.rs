// Type parameters that never close.
fn open<T: (x: T) -> T { x.run() }
struct S<T { field: T }
fn after<U>(u: U) -> U { u }
