<?php

function complexity($a, $b)
{
    // One branch for each.
    if ($a) {
        one();
    } elseif ($b) {
        two();
    } else if ($a->c) {
        three();
    } else {
        four();
    }
    for ($i = 0; $i < 10; $i++) {
        while (true) {
            do { break; } while ($i);
        }
    }
    switch ($a) {
        case A::X: one(); break;
        case 2:
        default: two();
    }
    $c = match (true) {
        $a instanceof B, $b => three(),
        default => throw new E(),
    };
    try {
        one();
    } catch (A | \B\E $e) {
        $e->log();
    } finally {
        two();
    }
    goto end;
    end:
    return $a && $b && $c || $a ? $b : $c;
}

// The other way to write blocks.
function colons($xs)
{
    if ($xs): one(); elseif ($b): two(); else: three(); endif;
    foreach ($xs as $x): $x->each(); endforeach;
    foreach ($xs as [$id, 'name' => $name]) { $id->use($name); }
    foreach ($xs as &$y) { $y->touch(); }
    while ($xs): four(); endwhile;
}

// A comment can say the type of a variable.
function comments($xs)
{
    /** @var \App\Item $item */
    $item = $xs->item();
    $item->use();
    unset($xs->a);
    print $item;
}
