const s = "never closed;
const t = `open ${name;
function after() { return s; }
