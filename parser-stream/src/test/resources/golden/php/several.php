<?php
// Each namespace ends where the next one begins.
namespace First;

use Second\Thing;

class One extends Thing {}

namespace Second;

class Thing {}
const X = 1;
