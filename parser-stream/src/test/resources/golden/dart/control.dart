// Branches.
int branches(int a, int? b) {
  if (a > 1 && b != null || a == 0) {
    return 1;
  } else if (a == 2) {
    return 2;
  } else {
    return a > 3 ? 1 : 2;
  }
}

// Loops.
Future<void> loops(List<int> list) async {
  for (var i = 0, n = list.length; i < n; i++) {
    if (i == 1) continue;
  }
  for (final item in list) print(item);
  for (final (index, value) in list.indexed) print(index + value);
  for (final MapEntry(:key, value: String text) in map.entries) print(key);
  await for (final event in stream) {
    print(event);
  }
  while (list.isNotEmpty) {
    break;
  }
  do {
    list.removeLast();
  } while (list.length > 2);
}

// Errors.
void errors() {
  try {
    work();
  } on base.Failure<int> catch (e, trace) {
    print(e.message);
    rethrow;
  } on StateError {
    recover();
  } catch (e) {
    print(e);
  } finally {
    close();
  }
}

// Patterns in a switch.
String patterns(Object value) {
  switch (value) {
    case Circle(radius: var r) when r > limit:
      print(r);
    case [int first, ...var rest]:
    case {'key': final String text}:
      break;
    case (int x, name: var y) && != null:
      print(x + y);
    case Color.red || Color.green:
      return 'color';
    case == 3:
    case < other:
    case final int n?:
      return '$n';
    default:
  }
  return switch (value) {
    Square(:final size) => 'square $size',
    Point() => 'point',
    null => 'null',
    [_, var b as int] => '$b',
    _ => 'other',
  };
}

// Patterns that declare and assign.
void destructuring((int, int) pair) {
  var (a, b) = pair;
  final {'x': x, 'y': y} = map;
  (a, b) = (b, a);
  if (json case {'name': String name} when name.isNotEmpty) {
    print(name);
  }
}
