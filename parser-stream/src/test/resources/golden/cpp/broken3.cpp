// Namespaces that do not close.
namespace outer {
namespace inner {
int declared(int);
class Thing { void run() { declared(1); } };
