<?php
use ;
use A\;
use A\{B, };
function f() {}
