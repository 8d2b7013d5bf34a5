export const A = () => {
  return (
    <Panel onClick={() => open(}>
      {items.map((i) => <Item key={i} />)
    </Panel>
  );
};
function after() {}
