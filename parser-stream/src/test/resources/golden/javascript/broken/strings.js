var s = "never closed
var r = /open[/;
function after() { return s; }
