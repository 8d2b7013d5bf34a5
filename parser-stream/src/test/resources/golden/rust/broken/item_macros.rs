// A macro whose items are broken stays tokens, and the others are read.
cfg_a! {
    fn broken( {}
}

cfg_b! {
    fn whole() {}
}

cfg_c! {
    fn open() {
