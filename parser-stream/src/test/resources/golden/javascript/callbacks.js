// Functions that only their own name names are functions of what is around them, which uses them.
test('a callback', function callback (t) { t.end() })

// Its name is known inside.
setTimeout(function tick () {
  setTimeout(tick, 1)
}, 1)

// One that is called in place.
;(function main (root) {
  function inner () {}
  root.inner = inner
})(this)

// Given to something that is no entity of the file.
Element.prototype.scroll = function scrollSpy () { return record(this) }

// Given back.
function outer () {
  return function created (a) { return a && outer() }
}

// In a list, and a generator behind a call.
const steps = [function first () {}, function second () {}]
load().then(async function * each () { yield steps })

// The code of a handler belongs to its route, whatever its name.
app.get('/users', function listUsers (req, res) { res.send(find()) })

// A method keeps the name of its property.
const api = { find: function findUsers () { return findUsers } }
