// An impl block without its type.
impl {
    fn method(&self) { self.run(); }
}
impl Good {
    fn fine(&self) {}
    fn broken(&self, {}
}
