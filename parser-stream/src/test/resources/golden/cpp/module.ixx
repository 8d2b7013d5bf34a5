export module shop.items;

import std;
import shop.base;

export int price(int count) { return count * 2; }

export namespace shop {
class Item {};
}
