// Imports that stop early.
use std::fmt::{Debug, ;
use std::io;
use a::b::;
fn after() {}
