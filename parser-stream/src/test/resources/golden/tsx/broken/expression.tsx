// An expression of an element that lacks its brace.
interface Props { name: string }
function Cut(props: Props) { return <b>{props.name</b>; }
class After extends React.Component<Props> {
  render() { return <Cut name="x" />; }
}
