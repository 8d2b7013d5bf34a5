<<<<<<< HEAD
function a() { return one(); }
=======
function a() { return two(); }
>>>>>>> other
function b() { return 3; }
