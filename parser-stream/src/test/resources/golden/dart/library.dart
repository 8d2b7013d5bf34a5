// Directives: the name of the library, imports, exports, parts.
library shop.orders;

import 'dart:async';
import 'package:shop/base.dart' as base;
import 'package:shop/item.dart' show Item, Price hide Tax;
import 'lazy.dart' deferred as lazy;
import 'stub.dart' if (dart.library.io) 'io.dart' if (dart.library.html) 'web.dart';
export 'src/public.dart';
export 'src/some.dart' show First, Second;
part 'orders.g.dart';

// Variables of the library: with a type, final, constant, several at once, late.
int count = 0;
final clock = Clock();
const limit = 10, factor = limit * 2;
late final String name;
List<Map<String, base.Item?>> items = [];
var _hidden = count + 1;
int Function(int)? callback;

// Functions: with all kinds of parameters, accessors, external ones, generators.
/// Adds things.
///
/// With [a] and [b].
int add(int a, [int b = 1, int? c]) => a + b;
void named({required String name, int size = limit, String? text}) {}
Future<void> later() async {
  await add(1, 2);
}
Stream<int> numbers() async* {
  yield 1;
  yield* numbers();
}
Iterable<int> each() sync* {}
get untyped => count;
set size(int value) => count = value;
external int outside(void callback(int x), {int Function(String)? other});
T generic<T extends Comparable<T>, R>(T value, R other) => value;

// Aliases: new, generic, in the old style.
typedef Handler = Future<void> Function(Item item, {int retries});
typedef Pairs<K, V> = Map<K, List<V>>;
typedef void Old(int a);
typedef Point = ({int x, int y});

/// Where it starts.
void main(List<String> arguments) {
  print(arguments);
}
