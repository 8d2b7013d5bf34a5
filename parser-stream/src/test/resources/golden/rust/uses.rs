// A plain path imports its last name.
use std::collections::HashMap;

// A name alone is a crate, or a module beside this one.
use serde;

// With another name here, or with none.
use std::io::Result as IoResult;
use std::fmt::Write as _;

// Groups in groups; self is the module before the group, * is everything in it.
use std::{
    fmt::{self, Debug, Display as Show},
    io::*,
    sync::{self as threads, Arc, atomic::{AtomicBool, Ordering::{Relaxed, SeqCst}}},
};

// Paths from the crate, the module, the one around it, and from all crates.
use crate::shapes::Square;
use self::inner::Thing;
use super::super::far;
use ::rand::random;
use ::log;
use crate::{self as me, lines};
use {alloc::vec, core::mem};

// With pub the name is offered to others again.
pub use self::inner::Thing as Renamed;
pub(crate) use shapes::*;

// The old way.
#[macro_use]
extern crate lazy_static;
pub extern crate libc as c;

// Raw identifiers have their plain name.
use r#mod::r#type;

mod inner {
    // Imports belong to the module that holds them.
    use super::Square;

    fn local() {
        // And to the function.
        use std::mem::swap;
    }
}
