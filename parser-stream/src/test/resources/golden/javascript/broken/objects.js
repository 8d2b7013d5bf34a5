const o = {
  a: 1
  b: two(),
  c() { three() },
  [d: four(),
};
function after() { return o; }
