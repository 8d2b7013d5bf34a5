import { pay } from "./till";

export function View(props) {
  return <p onClick={() => pay(props.text)}>{props.text}</p>;
}
