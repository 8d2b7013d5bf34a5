<?php
namespace Shop\Other;

class Base
{
    public function shout(): self { return $this; }

    public function rest(): self { return $this; }
}
