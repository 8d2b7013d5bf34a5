<?php

namespace Shop;

use Attribute;

// A class with everything in its header.
#[Attribute(Attribute::TARGET_CLASS), \Shop\Meta\Owner('team')]
abstract class Order extends Base\Record implements Priced, \Countable
{
    // Traits, one with rules for names.
    use Logs, \Shop\Base\Dates {
        Logs::write insteadof Dates;
        Dates::write as protected writeDate;
        format as private;
    }

    // Constants: with a type, two at once, final.
    public const int LIMIT = 10;
    private const A = 1, B = self::A . 'x';
    final protected const NAME = Order::class;

    // Properties: typed, static, two at once, the old way, documented.
    public ?string $title = null;
    protected static int $count = 0;
    private readonly Customer|Guest $owner;
    public $x, $y = [1, 2];
    var $old;
    /** @var array<string, Item> items by name */
    private $items = [];
    public private(set) string $state = Status::Open->value;

    // Property hooks.
    public string $full {
        get => $this->title . ' ' . $this->owner->name();
        set(string $value) {
            if ($value === '') {
                throw new \InvalidArgumentException('empty');
            }
            $this->title = trim($value);
        }
    }

    // Promoted parameters of the constructor.
    public function __construct(
        private readonly Clock $clock,
        /** The seller. */
        #[Sensitive]
        protected ?Seller $seller = null,
        int $number = self::LIMIT,
    ) {
        parent::__construct($number);
        self::$count++;
        $this->items['first'] = new Item($clock->now());
    }

    public function __destruct() {}

    // Magic methods are methods.
    public function __get(string $name): mixed { return $this->$name ?? $this->{$name}(); }

    // Modifiers of methods.
    abstract protected function total(): int;
    final public static function make(Clock $clock): static { return new static($clock); }
    private function &reference(array &$list): array { return $list; }
    function open() { return parent::open(); }

    // A generator.
    public function each(): iterable
    {
        foreach ($this->items as $name => $item) {
            yield $name => $item;
        }
        yield from $this->rest();
    }
}

// Classes with modifiers.
final class Closed {}
readonly class Point { public function __construct(public int $x = 0, public int $y = 0) {} }

// A class without a name.
$listener = new #[Quiet] class($queue) extends Listener implements Handler {
    use Logs;
    public function handle(Event $event): void { $event->stop(); }
};
