abstract class A {
  abstract m(): void {
  get x( { return 1; }
  private private y = 1;
  constructor(private a, b: ) { super(; }
}
class After { z = 1 }
