// An impl block without a body, behind a macro with items.
cfg_a! {
    fn whole() {}
}

impl Holder
