// A field without a type, and one with rubbish.
struct Half {
    whole: u8,
    part: ,
    other: @@ u8,
    last: Thing,
}
fn after() {}
