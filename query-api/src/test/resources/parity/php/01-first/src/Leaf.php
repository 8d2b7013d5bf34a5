<?php
namespace Shop\App;

use Shop\Base;

class Leaf extends Base
{
    public function go(): void
    {
        $this->shout()->rest();
        label($this);
    }
}
