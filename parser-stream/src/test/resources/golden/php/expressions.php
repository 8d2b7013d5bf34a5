<?php

namespace App;

use App\Http\Client;

function calls(Client $client, $other, callable $callback)
{
    // Functions: plain, fully qualified, relative, qualified, in a variable.
    run($client, 1);
    \strlen('x');
    namespace\run();
    Sub\run(1, ...$other, named: 2);
    $callback(1);
    ($callback)(1);
    // Methods in a chain, with a null check on the way.
    $client->get('/x')->body()?->text();
    $other?->inner->deep[0]->call();
    // Static calls, constants, static properties.
    Client::create()->get();
    \App\Http\Client::VERSION;
    Client::$default->get();
    $client::create();
    $client::class;
    // Callables as values.
    $length = strlen(...);
    $get = $client->get(...);
    $make = Client::create(...);
    usort($other, [Client::class, 'compare']);
    array_map([$this, 'one'], $other);
    // Names that are computed.
    $client->$other();
    $client->{$other . 'x'}();
    new $other(1);
    // Creations.
    $made = new Client(1, timeout: 2);
    $made->get();
    (new \ArrayObject())->count();
    // What is written: members, elements, in place.
    $client->timeout = 5;
    $client->options['a'] = 1;
    $client->count += 1;
    $client->count++;
    Client::$default = null;
    // Parts of an array.
    [$a, [$b]] = $client->pair();
    ['key' => $c, 'other' => $client->name] = $client->map();
    list($d, , $e) = other();
    $a->first();
    // Constants, and the magic ones, which are none.
    echo PHP_EOL, \M_PI, namespace\LOCAL, __CLASS__, TRUE, null;
    // Text with values.
    echo "a $client->name {$client->get()} $other[0] ${a}";
    echo <<<TEXT
        {$client->text($b)}
        TEXT;
    echo <<<'RAW'
        {$client->no()}
        RAW;
    // Operators.
    if ($other instanceof Client && $a || $b and !$c) {}
    $f = (string) $client->get() ?: clone $made;
    $g = $a ?? $b ?? $client->fallback();
    $h = $other |> trim(...) |> strlen(...);
    // The words that look like functions.
    if (isset($client->a) || empty($client->b)) { exit(1); }
}

function closures(array $xs)
{
    // Closures with a name are functions.
    $double = fn(int $x): int => $x * 2;
    $sum = function (int ...$all) use (&$xs, $double): int {
        return array_sum($all) + $double($xs[0]);
    };
    // Others belong to the code around them.
    return array_map(static fn(Client $c) => $c->get(), $xs);
}

// Variables outside of functions.
$config = load();
$config = more($config);
$handler = function () use ($config) { return $config; };
foreach ($config as $key => $value) {
    echo $key, $value;
}

function globals()
{
    global $config;
    static $calls = 0;
    $calls++;
    return $config->get($_GET['q'], $GLOBALS);
}
