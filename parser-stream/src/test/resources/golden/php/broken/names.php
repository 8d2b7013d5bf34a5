<?php
namespace ;
class {}
class A extends {}
interface I extends , J {}
