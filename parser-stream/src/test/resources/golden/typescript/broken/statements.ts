function m(a: number, , b: string) {
  if (a {
    one();
  }
  for (const x of ) { two(x); }
  const = 3;
  a.;
  three();
}
function n() {}
