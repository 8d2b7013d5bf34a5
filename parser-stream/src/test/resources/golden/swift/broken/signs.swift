// Signs that mean nothing here.
let a = 1
)]} %% 
let b = two()
