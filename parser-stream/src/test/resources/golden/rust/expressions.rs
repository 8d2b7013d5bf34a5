struct Point {
    x: i32,
    y: i32,
}

// A local is no reference, a constant is read, a function as a value is one.
fn names(a: i32) -> i32 {
    let b = a;
    register(callback);
    items.map(Point::from).map(Some).map(parse::<u8>);
    b + LIMIT + shapes::SIDES
}

// Calls: of functions, methods, associated functions, through traits and type arguments.
fn calls(point: &Point, f: fn(u8) -> u8) {
    free(1, 2);
    f(1);
    point.shift(1).scale(2.0);
    Point::origin();
    std::mem::swap(a, b);
    <Point as Shape>::area(point);
    <[u8]>::len(bytes);
    Vec::<u8>::with_capacity(3);
    "7".parse::<i32>().unwrap();
    u8::from_str_radix("1", 2);
    crate::shapes::draw();
    (point.handler)(1);
    make()(2);
    ::log::info();
}

// A type before ::, a type parameter, Self.
impl Point {
    fn make<T: Default>() -> Self {
        T::default();
        Self::origin();
        let point = Self { x: 1, y: 2 };
        Self::LIMIT;
        Point { x: 3, ..point }
    }
}

// Creations: structs with names, tuple structs, variants.
fn creations(y: i32) {
    let a = Point { x: 1, y };
    let b = shapes::Circle { radius: 1.0, ..Default::default() };
    let c = Wrapper(a);
    let d = Event::Moved(1, 2);
    let e = Event::Resized { width: 1 };
    let f = Some(d);
}

// Fields are read and written, those of tuples by number.
fn fields(mut point: Point, pair: (Point, u8)) {
    point.x = point.y;
    point.y += 1;
    pair.0.x;
    self::COUNT = 1;
    *point.slot() = 2;
    points[index].x = 3;
    (point.x) = 4;
}

// What a local is worth is known by its initializer.
fn initializers(client: Client) -> Result<(), Error> {
    let a = client.get("/")?.body().await?;
    let b: Vec<u8> = a.bytes().collect();
    let c = &mut b[0];
    let d = (*c) as u64;
    let e = 'x';
    let f = "text";
    let g = [1, 2];
    let h = (1, "two");
    let i = a == b && !c;
    let j = vec![1];
    let k = unsafe { raw() };
    let l = if i { 1 } else { 2 };
    let m = async { 1 };
    let n = -1.5;
    let o = 0..3;
    let p = ();
    let q = const { 4 };
    let r;
    let s = r#type.r#match();
    Ok(())
}

// A closure that is given a name is a function of that name; others are code around them.
fn closures(items: Vec<Point>) {
    let add = |a: i32, b| a + b;
    let mut count = move || -> usize { items.len() };
    add(1, 2);
    apply(add);
    count = other;
    count();
    items.iter().map(|Point { x, .. }| x + 1).for_each(|&n| print(n));
    spawn(async move { work().await });
}

// Casts, references, ranges, arrays with a length.
fn types() {
    let a = x as *const Point as usize;
    let b = [0u8; SIZE];
    let c = &raw const b;
    let d: [Point; COUNT] = make();
    let e: Box<dyn Fn(&Point) -> Option<Point> + Send> = make();
    let f: impl Iterator<Item = Point> = make();
    let g: <Vec<Point> as IntoIterator>::Item = make();
    let h = size_of::<shapes::Circle>();
}
