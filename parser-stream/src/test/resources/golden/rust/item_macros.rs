//! Items in macros.

// Items at the place of an item: entities of the file, with the macro as a call.
cfg_rt! {
    /// Spawns.
    pub fn spawn(n: u32) -> u32 {
        helper(n)
    }

    #[derive(Debug)]
    pub struct Handle {
        id: u32,
    }

    // A macro in a macro.
    cfg_net! {
        mod net;
        pub use self::net::Stream;
    }
}

// In an impl block: methods of its type.
impl Handle {
    cfg_io! {
        pub fn id(&self) -> u32 {
            self.id
        }
    }
}

// In a module, with a path before the macro.
mod inner {
    crate::macros::cfg_time! {
        pub(crate) const LIMIT: u64 = 1;
    }
}

// Parentheses and a semicolon.
thread_local!(static CURRENT: Cell<u32> = Cell::new(0););

// A word that only this macro knows.
lazy_static! {
    static ref CONFIG: Config = Config::load();
}

// Tokens that are no items stay tokens.
bitflags! {
    pub struct Flags: u32 {
        const A = value();
    }
}

// In code there are no items to look for.
fn code() {
    cfg_rt! {
        fn local() {}
    }
}

// The definition of a macro stays as it is.
macro_rules! cfg_rt {
    ($($item:item)*) => {
        $(#[cfg(feature = "rt")] $item)*
    };
}
