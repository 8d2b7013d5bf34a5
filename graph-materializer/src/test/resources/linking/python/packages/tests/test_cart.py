import shop
import shop.parts.wheel
from shop import Cart, Part, read_all
from shop.cart import wheel


def test_add():
    cart = Cart()
    cart.add(Part()).add(None).first().weigh()
    for item in cart.items:
        item.weigh()
    shop.parts.wheel.Wheel().turn()
    wheel().turn()
    shop.Cart.add
    read_all()
    cart.nothing()
    unknown_name()
