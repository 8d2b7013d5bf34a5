// Edition 2024 and what came shortly before it.

// Async closures.
fn async_closures() {
    let fetch = async |url: &str| get(url).await;
    retry(async move || fetch("a").await);
}

// Chains of let in conditions.
fn chains(map: Map) {
    if let Some(a) = map.get(1)
        && let Some(b) = a.get(2)
    {
        b.run();
    }
}

// Generic associated types, and bounds on associated types.
trait Lend {
    type Item<'a, T>: Clone
    where
        Self: 'a;

    fn lend<'a>(&'a mut self) -> Self::Item<'a, u8>;
    fn all(&self) -> impl Iterator<Item: Display> + use<'_, Self>;
}

// Constants as arguments of types.
struct Grid<const W: usize, const H: usize = { SIZE * 2 }>([[u8; W]; H]);

fn grids() -> Grid<4, { LIMIT + 1 }> {
    Grid::<4, 8>::new()
}

// Constant blocks and functions.
const fn area(w: u32) -> u32 {
    const { assert!(LIMIT > 1) };
    w * w
}

// Bounds for all lifetimes, functions as types, trait objects.
fn bounds<F>(f: F, g: fn(x: &Point) -> !, h: &dyn for<'a> Fn(&'a Point) -> Out)
where
    F: for<'a> FnOnce(&'a Point) -> Result<Out, Error> + Send + 'static,
    Vec<F>: Clone,
{
}

// C strings, byte strings, raw strings.
fn literals() {
    let a = c"text";
    let b = br#"bytes"#;
    let c = 1_000u64;
}

// Or patterns inside patterns, ranges without end.
fn patterns(x: Option<u8>) {
    match x {
        Some(1 | 2) => one(),
        Some(3..) => more(),
        _ => {}
    }
}

// A type that never is, and inferred types.
fn never() -> ! {
    let v: Vec<_> = items().into_iter().collect::<Vec<_>>();
    loop {}
}

// Unsafe extern blocks and attributes.
#[unsafe(no_mangle)]
pub extern "C" fn exported() {}
