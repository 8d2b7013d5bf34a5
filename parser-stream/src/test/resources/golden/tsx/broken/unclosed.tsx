// An element that is not closed.
function Before() { return <p>{text}</p>; }
function Unclosed() {
  return (
    <ul>
      <Item />
  );
}
export const After: React.FC = () => <Row />;
