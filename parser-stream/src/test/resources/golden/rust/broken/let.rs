// Statements without their ends.
fn body(a: Point) {
    let b = ;
    let = a.x;
    let c: = a.y;
    a.
    b.run();
}
