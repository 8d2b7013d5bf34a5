// The file ends in an element.
export function Before() { return <A />; }
export class Cut extends Component {
  first() { return <B />; }
  render() {
    return <main><C
