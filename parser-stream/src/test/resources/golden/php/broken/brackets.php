<?php
$a = [1, 2;
$b = foo(1, ;
bar();
