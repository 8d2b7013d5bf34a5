}}}
function found() { a(); }
))
class Named { m() {} }
]