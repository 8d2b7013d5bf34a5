<?php

namespace First {
    use Shop\Shapes\Circle;
    use function Shop\Shapes\helper as make;
    use const Shop\Shapes\LIMIT;

    class Own {}
    new Circle();
    make();
    echo LIMIT, SHOP_OPEN, \Shop\OPEN;
    new Own();
}

namespace Second {
    use Shop\Shapes\{Deep, Deep\Corner as Edge, function helper};
    use Vendor\Library\Tool;
    use Exception;

    // The import of the other namespace does not count here.
    new Circle();
    new Deep();
    new Deep\Corner();
    new Edge();
    new \First\Own();
    new \Circle();
    helper();
    make();
    Deep\other('x');
    only_global();
    name();
    new Tool(Tool::KIND);
    Tool\run();
    throw new Exception();
    new \Missing();
    new \Shop\Shapes\Missing();
    unknown_function();
}

namespace {
    new Circle();
    name();
    require __DIR__ . '/global.php';
    require_once 'deep.php';
    require 'nowhere.php';
    $config = only_global();
    echo $config, $_GET, $other;
}
