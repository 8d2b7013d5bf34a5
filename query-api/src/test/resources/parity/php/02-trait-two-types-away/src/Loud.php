<?php
namespace Shop;

trait Loud
{
    // rest is gone, and shout gives something else.
    public function shout(): Base { return $this; }
}
