<?php
function a() { $x-> ; b(); }
function c() {}
