import 'package:test/test.dart';

// Tests are calls; their code belongs to the function around.
void main() {
  late Shop shop;

  setUp(() {
    shop = Shop();
  });

  group('a shop', () {
    test('opens', () async {
      expect(await shop.open(), isTrue);
    });
  });
}

// A benchmark of the harness.
class OpenBenchmark extends BenchmarkBase {
  const OpenBenchmark() : super('open');

  @override
  void run() => open();
}
