// The file ends in the middle.
pub trait Shape {
    fn area(&self) -> f64 {
        self.width() * if self.
