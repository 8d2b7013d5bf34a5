<?php
// Namespaces with braces are entities, the one without a name is the global one.
namespace First {
    use Second\Thing;
    function make(): Thing { return new Thing(); }
}

namespace Second\Deep {
    class Thing {}
}

namespace {
    class GlobalThing {}
    \First\make();
}
