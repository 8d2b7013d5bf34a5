<?php

class Circle {}

function name() { return ''; }

function only_global(): Circle { return new Circle(); }

define('SHOP_OPEN', true);
define('Shop\OPEN', true);
