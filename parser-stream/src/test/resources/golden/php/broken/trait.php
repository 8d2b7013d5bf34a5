<?php
trait T {
  public $x = [;
  abstract function f();
  private function g() { return $this->x->y(; }
enum E
