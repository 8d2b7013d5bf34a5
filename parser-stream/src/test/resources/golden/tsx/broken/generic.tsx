// The type of a parameter was cut off.
function Before<T,>(props: { items: T[] }) { return <List items={props.items} />; }
const Cut = ({ items }: ) => <List items={items} />;
type After = { render: () => JSX.Element };
