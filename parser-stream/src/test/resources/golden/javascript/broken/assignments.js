Shape.prototype. = function () { a(); };
exports. = b;
exports.ok = function () { c(); };
this.x.y.( d );
