module.exports = require('./application');
module.exports.Cart = require('./cart');
