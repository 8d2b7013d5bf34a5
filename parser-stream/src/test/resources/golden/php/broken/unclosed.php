<?php
class A {
  function a() { b(); }
  function c() { d();
