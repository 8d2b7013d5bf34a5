module.exports = { port: 80, host: process.env.HOST };
