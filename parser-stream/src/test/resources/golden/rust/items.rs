//! What a crate can declare.
//!
//! The comment at the top is about the file.
#![allow(dead_code)]

// A module with a body is an entity, and what is inside lies in it.
/// Shapes of all kinds.
pub mod shapes {
    //! They are flat.

    // pub(crate), pub(super), pub(in …) are visible inside the crate; without pub it is private.
    pub(crate) const SIDES: u32 = 4;
    pub(super) static mut COUNT: u32 = 0;
    pub(in crate::shapes) static NAME: &str = "square";
    const HIDDEN: u8 = 1;
}

// A module in another file owns the import of that file.
mod lines;

// An attribute says which file that is.
#[path = "other/dots.rs"]
pub mod dots;

// Tests are flagged, and the module that only exists for them too.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {}

    #[tokio::test]
    #[should_panic(expected = "no")]
    async fn waits() {}

    #[bench]
    fn fast(b: &mut Bencher) {}

    fn helper() {}
}

#[cfg(all(test, not(miri)))]
mod more_tests {}

#[cfg(not(test))]
mod no_tests {}

// Type parameters with bounds, defaults, constants; lifetimes are no types.
/// Holds things.
///
/// In order.
#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Holder<'a, T: Clone + 'a, const N: usize = 3>
where
    T: std::fmt::Debug,
{
    /// What is held.
    pub things: [T; N],
    #[serde(default)]
    name: Option<&'a str>,
    pub(crate) next: Box<Holder<'a, T, N>>,
}

// Fields of tuple structs are named by their number.
pub struct Pair<T>(pub T, #[allow(unused)] u8);

// A unit struct has none.
struct Marker;

pub union Bits {
    int: u32,
    float: f32,
}

#[non_exhaustive]
pub enum Event<T> {
    /// Nothing happened.
    #[default]
    Idle,
    Moved(i32, T),
    Resized { width: u32, height: Size },
    Coded = CODE + 1,
}

// The bounds of a trait are its bases.
pub trait Shape: Debug + Named<u8> + ?Sized + 'static {
    /// An associated type.
    type Unit: Copy + Into<f64>;
    const CORNERS: usize;
    const ROUND: bool = false;

    fn area(&self) -> Self::Unit;
    fn scale(&mut self, by: f64) {
        self.resize(by);
    }
    fn unit() -> Self
    where
        Self: Sized;
    async fn load(self: Box<Self>, (a, b): (u8, u8));
}

unsafe trait Raw {}

// An impl block is an extension named like its type.
impl<'a, T: Clone, const N: usize> Holder<'a, T, N> {
    const EMPTY: usize = 0;

    /// Makes one.
    pub fn new(things: [T; N]) -> Self {
        Self { things, name: None, next: todo!() }
    }

    pub const fn len(&self) -> usize {
        N
    }

    pub(crate) async unsafe fn pull(mut self, _: u8) {}
}

// That of a trait names the trait as its base.
impl<T> fmt::Display for Pair<T>
where
    T: fmt::Display,
{
    type Out = Vec<T>;

    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

// For references, slices, tuples, trait objects and paths.
impl Shape for &Marker {}
impl Shape for [u8] {}
impl Shape for (u8, u8) {}
impl dyn Shape {}
impl Shape for shapes::Square {}
impl !Send for Marker {}

// Aliases, constants and statics.
type Table<K> = std::collections::HashMap<K, Vec<Marker>>;
pub const CODE: i32 = compute(1);
static HANDLER: fn(u8) -> u8 = handle;
const _: () = assert!(CODE > 0);

// Functions of other languages.
extern "C" {
    fn puts(text: *const c_char, ...) -> c_int;
    static environ: *const *const c_char;
    type Opaque;
}

#[no_mangle]
pub extern "C" fn callback(x: c_int) {}

#[deprecated(since = "1.0", note = "use new")]
pub fn old() {}

/** A block
 * of text. */
pub fn documented() {}

#[doc = "From an attribute."]
#[cfg_attr(feature = "a", inline, derive(Hash), path::marked)]
pub fn attributed() {}

fn main() {
    // Items inside functions lie in them.
    const LIMIT: u8 = 3;
    struct Local {
        field: u8,
    }
    impl Local {
        fn of() -> Self {
            Local { field: LIMIT }
        }
    }
    fn inner() {}
    inner();
}
