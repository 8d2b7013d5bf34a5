module.exports = require("./till");
