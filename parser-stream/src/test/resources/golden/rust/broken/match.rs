// Arms without patterns or values.
fn arms(x: u8) {
    match x {
        1 => ,
        => two(),
        3 three(),
        _ => last(),
    }
}
