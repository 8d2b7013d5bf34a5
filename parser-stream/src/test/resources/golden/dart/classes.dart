// A class with everything in its head.
/// An order.
@immutable
@base.Table('orders', version: 2)
abstract class Order<T extends Item> extends base.Record<T> with Logs, Dates<T> implements Priced, Comparable<Order> {
  // Fields: constant, static, final, late, several, of a function type.
  static const int limit = 10;
  static int made = 0;
  final String? title, note;
  late final total = compute();
  var open = true;
  covariant num weight = 1;
  int Function(String, {int a})? callback;
  @deprecated
  int _old = 0;

  // Constructors: plain, named, constant, factory, redirecting, private.
  Order(this.title, [this.note = 'none']) : open = false, super(1);
  Order.named({required this.title, super.id, int size = limit}) : note = null, super.of(size), assert(size > 0) {
    made++;
  }
  const Order._(this.title, this.note);
  factory Order.from(Map<String, Object> json) => Special(json['title'] as String);
  const factory Order.other() = Special.other;
  Order.again() : this._('a', 'b');
  external Order.outside();

  // Accessors, methods, operators.
  int get size => _size;
  set size(int value) {
    _size = value;
  }
  static Order make() => Special('x');
  @override
  String toString() => 'Order($title ${note.length} $this)';
  bool operator ==(Object other) => other is Order && other.title == title;
  T operator [](int i) => list[i];
  void operator []=(int i, T value) {}
  Order operator -() => this;
  R convert<R>(R Function(T) f) => f(this.first);
  void abstractOne();
  external void outsideOne();

  @Deprecated('use open')
  void old() {}
}

// Modifiers of classes.
sealed class Shape {}
base class Base {}
interface class Face {}
final class Closed {}
abstract interface class Pure {}
base mixin class Both {}
class Mixed = Base with Logs implements Face;

// Mixins, extensions, extension types.
mixin Logs on Base, Face implements Priced {
  void log(String text) => print(text);
}
base mixin Strict {}
extension Texts<T> on List<T> {
  T get firstOne => this[0];
  static int counted = 0;
}
extension on String {
  int twice() => length * 2;
}
extension type Id(int value) implements int {
  Id.zero() : this(0);
  bool get isZero => value == 0;
}
extension type const Wrapped<T>._(List<T> items) {
  int get length => items.length;
}

// Enums: plain, with members.
enum Color { red, green }
/// A planet.
enum Planet with Logs implements Priced {
  /// The first.
  mercury(mass: 1),
  venus.named(2),
  earth;

  const Planet({this.mass = 0});
  const Planet.named(this.mass);
  final double mass;
  double get weight => mass * 2;
  static Planet heaviest() => values.last;
}
