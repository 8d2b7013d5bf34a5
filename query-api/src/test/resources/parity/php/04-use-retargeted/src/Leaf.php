<?php
namespace Shop\App;

use Shop\Other\Base;

class Leaf extends Base
{
    public function go(): void
    {
        $this->shout()->rest();
        label($this);
    }
}
