function m(a, , b) {
  if (a { one(); }
  for (;; { two(); }
  var = 3;
  a..b;
  three();
}
function n() {}
