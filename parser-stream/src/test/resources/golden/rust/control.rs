// if, else if, else: two paths more, three burdens.
fn branches(a: bool, b: bool) {
    if a {
        one();
    } else if b {
        two();
    } else {
        three();
    }
}

// What if let binds is visible in its own branch only.
fn bindings(a: Option<Point>) {
    if let Some(point) = a && point.x > 1 && let Some(next) = point.next() {
        use_it(next);
    } else {
        use_it(point);
    }
    while let Some(top) = stack.pop() {
        top.run();
    }
}

// let with else.
fn otherwise(line: &str) {
    let Some((key, value)) = line.split_once('=') else {
        return;
    };
    key.trim();
}

// Arms of a match: each is a path, but not the last resort; guards are paths too.
fn matches(event: Event, limit: u8) -> u8 {
    match event {
        Event::Idle => 0,
        Event::Moved(x, _) if x > limit => x,
        Event::Moved(.., y) => y,
        Event::Resized { width, height: Size(h), .. } => width + h,
        #[cfg(unix)]
        Event::Coded | Event::Other => 1,
        MAX => 2,
        shapes::NONE => 3,
        1..=9 => 4,
        b'a'..=LAST => 5,
        n @ (10 | 20) => n,
        [first, rest @ ..] => first + rest.len(),
        (a, &b, ref c, ref mut d) => a + b + c + d,
        "text" | "other" => 6,
        -1 => 7,
        Some(n) | Err(n) => n,
        Wrapper::<u8>(n) => n,
        _ => limit,
    }
}

// Loops bind, nest, and jump to labels.
fn loops(items: &[Point]) {
    'outer: for (index, Point { x, y }) in items.iter().enumerate() {
        for item in items {
            if x > y && index > 1 || item.done() {
                continue 'outer;
            }
        }
        while x < 3 {
            loop {
                break 'outer;
            }
        }
    }
}

// A question mark is a path.
fn questions() -> Result<(), Error> {
    open()?.read()?;
    Ok(())
}

// Later bindings hide earlier ones, items inside see none of them.
fn hiding(x: u8) {
    let x = x.next();
    {
        let x = x.inner();
    }
    fn item() {
        x.outer();
    }
    x.last();
}
