<<<<<<< HEAD
class A { void M() { } }
=======
class A { void N() { } }
>>>>>>> other
class B { void O() { A.M(); } }
