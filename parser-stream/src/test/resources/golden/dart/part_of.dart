// The old way to say what a file is a part of.
part of shop.orders;

/** A comment in a block. */
class InPart {}

class Second {} class Third {}
