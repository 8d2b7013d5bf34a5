<?php

namespace Shop\Shapes;

const LIMIT = 10;

interface Drawn {}

class Circle implements Drawn
{
    public function draw(): string
    {
        return name($this) . strlen('x') . LIMIT . PHP_EOL;
    }
}

class Deep {}

function name(Drawn $drawn): string
{
    return 'shape';
}

function helper(): Circle
{
    return new Circle();
}
