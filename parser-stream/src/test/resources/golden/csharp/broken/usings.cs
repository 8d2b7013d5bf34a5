using ;
using System
using static ;
namespace ;
class A : { A() : base( { } }
