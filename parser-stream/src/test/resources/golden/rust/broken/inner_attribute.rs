// Inner attributes where none belongs.
fn first(x: u32) -> u32 {
    match x {
        #![allow(dead_code)]
        1 => #![deny(missing)] 2,
        _ => { let y = #![cold] x; y }
    }
}

fn second() {}
