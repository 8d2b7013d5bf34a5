<?php
namespace Shop;

trait Loud
{
    public function shout(): static { return $this; }

    public function rest(): self { return $this; }
}
