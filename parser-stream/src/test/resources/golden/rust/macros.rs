// A definition is an entity; the calls in what it becomes belong to it.
/// Makes a map.
#[macro_export]
macro_rules! map {
    () => { $crate::Map::new() };
    ($($key:expr => $value:expr),* $(,)?) => {{
        let mut map = $crate::Map::with_capacity(4);
        $(map.insert($key, $value);)*
        helper(map.len())
    }};
}

macro_rules! private {
    ($name:ident) => {
        fn $name() {
            run(stringify!($name));
        }
    };
}

// Of the tokens in the use of a macro the calls are taken, with their receivers.
fn uses(point: Point, f: fn()) {
    println!("{} {}", point.x, point.area(1, 2));
    let all = vec![Point::new(1), other::make()?, Some(make(2))];
    assert_eq!(self.items.len(), LIMIT + count, "wrong: {:?}", Shape::name(&point));
    f();
    log::warn!(target: "net", "{}", point.next.await.name().len());
    path::to::custom! { nested!(deep(1)), f(2) }
    // What let and closures bind there is local.
    select! {
        line = reader.next_line() => { let text = line.trim(); text.show(); text() }
        _ = sleep(1) => items.iter().map(|item| item.run(|a, b| add(a, b))).collect::<Vec<_>>(),
    }
    matches!(event, Event::Moved(x) if x > 1);
    format!("{name}");
    parse::<u8>(vec![1][0].go());
    write!(f, "{}", <Point as Shape>::area(point)).unwrap();
}

// A macro may stand for items, members, types and patterns.
thread_local! {
    static KEY: RefCell<u32> = RefCell::new(1);
}

struct Holder(list![u8]);

impl Holder {
    getters!(name);

    fn match_it(&self) {
        match self.0 {
            pattern!(1) => one(),
            _ => {}
        }
    }
}

// What stands behind a dot may be given by the macro.
macro_rules! member {
    ($self:ident, $name:ident) => {
        $self.$name.run(self.$name, "text".len(), $self::$name(1))
    };
}
