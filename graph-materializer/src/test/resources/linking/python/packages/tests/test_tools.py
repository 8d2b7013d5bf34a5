from shop.tools import saw


def test_cut():
    saw.cut()
