const shop = require('./lib');
const own = require('shop');
const { Cart, Application } = shop;

describe('shop', () => {
  it('starts', () => {
    const app = shop();
    app.start();
    own().stop();
    new shop.Cart().total();
    new Application().start();
    expect(app.options).to.equal(undeclared);
    var shop = 1;
  });
});
