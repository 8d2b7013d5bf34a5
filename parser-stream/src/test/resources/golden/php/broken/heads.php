<?php
// A function whose word was taken for broken code.
#[A(
function g() {}

function h() {}
