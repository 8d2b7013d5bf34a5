const express = require('express');
const { list, create } = require('./handlers');
const users = require('./users');

const app = express();
const api = express.Router();
const deep = new Router({ prefix: '/deep' });

// A router that the application uses behind a path, and one inside of that.
app.use('/api', auth, api);
api.use('/v1', deep);

// A function written in place: its code belongs to the route.
app.get('/', async (req, res) => {
  res.send(await render(req.query));
});

// A handler that another file defines, behind what checks before.
api.get('/users/:id', auth, list);
api.post('/users', auth, users.create);

// A wrapper, a bound method, a list of handlers.
app.put('/wrapped', wrap(update));
app.delete('/bound', users.remove.bind(users));
app.patch('/listed', [auth, update]);

// Several paths, and any method.
app.all(['/a', '/b'], update);
deep.get(`/literal`, update);

// One path and several methods.
app
  .route('/chained')
  .get(list)
  .post((req, res) => create(req));

// Fastify describes routes by objects.
const fastify = require('fastify')({ logger: true });
fastify.route({
  method: ['GET', 'HEAD'],
  url: '/described',
  schema: { response: {} },
  handler: update,
});
fastify.route({ method: 'POST', url: '/inline', handler(request, reply) { reply.send(save()); } });

// A parameter with the usual name and a function: a route all the same.
module.exports = (app) => {
  app.get('/parameter', update);
};

// None of these is a route.
app.get('title');
app.get('/settings', { timeout: 3 });
app.get(`/${version}`, update);
map.get('/x', update);
client.get('/users', { params: {} });
server.get('/users', 'value');
request(app).get('/users').expect(200);

function update(req, res) {
  res.end();
}
