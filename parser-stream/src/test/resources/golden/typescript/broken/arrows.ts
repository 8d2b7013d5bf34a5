const x = (a, => a.b;
const y = async ( => c();
const z = { a: 1, b: , c() { d(); };
function after() {}
