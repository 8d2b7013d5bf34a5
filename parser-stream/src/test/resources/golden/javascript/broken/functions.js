const f = (a, => a;
const g = async function* { b(); };
const h = function ( { c(); };
function after() {}
