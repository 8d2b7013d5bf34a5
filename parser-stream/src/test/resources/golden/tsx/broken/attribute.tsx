// An attribute whose value was not finished.
export function Before(props: Props) { return <Box {...props} />; }
function Cut() { return <Box size= kind="a" />; }
export function After() { return <Box size={1} />; }
