// Dart 3.3: extension types.
extension type const Meters(double value) {
  Meters.zero() : this(0);
  Meters operator +(Meters other) => Meters(value + other.value);
}

// Dart 3.0: records, patterns, class modifiers.
(int, {String name}) pair() => (1, name: 'a');
sealed class Result<T> {}
final class Ok<T> extends Result<T> {
  final T value;
  Ok(this.value);
}
T unwrap<T>(Result<T> result) => switch (result) {
  Ok(:final value) => value,
  _ => throw StateError('none'),
};

// Dart 2.17: enhanced enums, super parameters, named arguments anywhere.
class Button extends Widget {
  const Button({super.key, required this.onTap});
  final void Function() onTap;
}
void use() => place(a: 1, 2, b: 3);

// Dart 2.15: constructors as functions.
final makers = [Button.new, Ok<int>.new];

// Dart 3.10: dot shorthands: a member of the expected type, without the type.
// Read, called, created, and followed by more.
Color shade = .red;
EdgeInsets around = const .all(8);
Widget row(bool wide) => Row(axis: .horizontal, inset: .only(left: 1).scaled(2), [.new(), if (wide) .red else .green]);
bool isRed(Color color) {
  if (color == .red || color != .of(3)) return true;
  return switch (color) {
    .red => wide ? .yes : .no,
    _ => color
        // a chain: no shorthand, though this comment ends with a colon:
        .isRed,
  };
}
// Dart 3.8: null-aware elements.
List<int> some(int? a) => [?a, ...?rest];
// Getters and fields whose type is a record with names.
class Stub {
  ({int? rate, int? size}) get options => (rate: null, size: null);
  (int, int) get pair => (1, 2);
  final ({int a, int b}) both;
  static (int, String) make() => (1, '');
}
// A wildcard and a digit separator (Dart 3.7, 3.6).
void skip(int _, int _) => print(1_000);
