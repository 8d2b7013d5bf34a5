const a = <div><span></div>;
const b = <Foo bar={ />;
function After() { return <p>{x}</p>; }
