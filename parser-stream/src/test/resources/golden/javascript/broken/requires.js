const { a, from = require("x");
const ok = require("ok");
module.exports = { ok, ;
function after() { ok(); }
