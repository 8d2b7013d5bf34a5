export function Button(props: { label: string; onClick: () => void; children: unknown }) {
  return <button onClick={props.onClick}>{props.label}</button>;
}
export const Icons = { Close: () => <i />, Open() { return <i />; } };
