int f(Object x) => switch (x) { A( => 1, _ => };
int g(Object x) { switch (x) { case : return 1; case [int a, : return a; } }
int h() => 2;
