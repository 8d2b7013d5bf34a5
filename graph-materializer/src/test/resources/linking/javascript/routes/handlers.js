exports.list = function list(req, res) {};
