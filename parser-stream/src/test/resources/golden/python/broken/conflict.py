class Conflict:
<<<<<<< HEAD
    def a(self):
        return one()
=======
    def a(self):
        return two()
>>>>>>> other

    def b(self):
        return 3
