<?php
namespace Shop;

class Base
{
    use Loud;
}
