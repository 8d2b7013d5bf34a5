export function Before() { return <A />; }
<<<<<<< HEAD
export function Mine() { return <B />; }
=======
export function Theirs() { return <C />; }
>>>>>>> branch
export function After() { return <D />; }
