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
