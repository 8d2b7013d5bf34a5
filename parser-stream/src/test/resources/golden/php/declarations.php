<?php

/** What one file can declare. */
declare(strict_types=1);

// The namespace of the whole file is the package name.
namespace Shop\Orders;

// A class, two classes with one declaration, an alias.
use Shop\Base\Model;
use Shop\Events\Bus as EventBus, Shop\Log;
// A name from the global namespace.
use \Countable;
// A group with a deeper name, an alias, a function and a constant.
use Shop\Util\{Clock, Text\Slug as Slugger, function now, const ZONE};
// Functions and constants.
use function Shop\Util\format;
use const Shop\Util\LIMIT;

// Constants of the namespace.
const FIRST = 1, SECOND = FIRST + LIMIT;

// A constant that a call defines.
define('THIRD', 3);

// Included files: beside this one, in the search path, computed.
require_once __DIR__ . '/helpers.php';
include 'settings.php';
require $path;

/** Documented, and deprecated. @see nothing
 *
 * @deprecated use other()
 * @param Model $model the first
 * @param array<int, Log> $logs the second
 * @return Model|null
 */
function documented($model, $logs, $rest)
{
    return $model;
}

// A type that is declared wins over one that is documented.
/** @return string */
function declared(int|string $a, ?Model &$b, self|(Countable&Model) $c = null, Log ...$d): ?EventBus
{
    return format($a, now());
}

// A function inside of another, and one that depends on something.
function outer(): void
{
    function inner(): void {}
}
if (!function_exists('maybe')) {
    function maybe(): bool { return true; }
}

// An interface that extends two, with a constant, a method, and a property.
interface Priced extends Countable, \Stringable
{
    const CURRENCY = 'EUR';
    public string $label { get; }
    public function price(): int;
}

// A trait with an abstract method and a static property.
trait Logs
{
    protected static ?Log $log = null;
    abstract protected function name(): string;
    private function log(string $text): void { self::$log->write($text); static::$log?->flush(); }
}

// A pure enum, and one with values, an interface, a method and a constant.
enum Size { case Small; case Large; }
enum Status: string implements Priced
{
    use Logs;
    #[Label('open')]
    case Open = 'o';
    /** Not open any more. */
    case Closed = 'c';
    const DEFAULT = self::Open;
    public static function of(string $text): self { return self::from($text) ?? static::DEFAULT; }
}
