const express = require('express');
const { list } = require('./handlers');
const handlers = require('./handlers');

const app = express();

app.get('/list.json', list);
app.get('/member', handlers.list);
app.post('/inline', (req, res) => {
  function inner() {
    return save();
  }
  res.send(inner());
});

function save() {}

module.exports = function mount(router) {
  router.get('/late', (req, res) => {
    const local = () => save();
    local();
  });
};
