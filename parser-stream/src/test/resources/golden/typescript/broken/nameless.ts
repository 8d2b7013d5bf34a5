class {
  lost() { call(); }
}
function (x) {}
class Named extends {
  found(): void {}
}
