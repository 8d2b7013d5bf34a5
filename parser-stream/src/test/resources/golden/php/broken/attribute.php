<?php
function f( { return 1 + ; }
#[A(
function g() {}
