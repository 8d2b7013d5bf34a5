<?php
Route::get(
Route::get("/x"
class A { use ; const ; public ; public $x = ; }
