import { Component, Fragment as Group } from './core';

// Elements of a namespace, with children, without, and with spread attributes.
export const view = (
  <Component.Body title="x" {...props}>
    <Group key={1} />
    <input disabled value={value} onChange={(e) => change(e.target.value)} />
  </Component.Body>
);

// A condition and a list among the children; intrinsic elements are no references.
function Items({ items }: { items: string[] }) {
  return <ul>{items.length > 0 ? items.map((item) => <Item key={item}>{item}</Item>) : null}</ul>;
}

// A generic arrow, an assertion and an element as an attribute.
const generic = <T extends object>(value: T) => value as unknown as Props;
const nested = <Component.Body icon={<Icon name="a" />} render={Items} />;

// A component that is chosen at run time.
function Chosen({ as: Tag = Component }: Props) {
  return <Tag>{generic(nested)}</Tag>;
}
