<?php

namespace Shop\Shapes\Deep;

class Corner {}

function strlen(string $text): int
{
    return \strlen($text) + namespace\other($text);
}

function other(string $text): int
{
    return strlen($text);
}
