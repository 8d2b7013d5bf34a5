interface Types<T extends> {
  a: ;
  b(x: number: string;
  c: Map<string, >;
}
type = string;
type Ok = number;
enum E { A = , B }
