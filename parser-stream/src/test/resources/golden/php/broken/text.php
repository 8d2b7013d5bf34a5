<?php
echo "a {$b->c( d";
function g() {}
