import React, { useState, type ReactNode } from 'react';
import * as UI from './ui';
import { Button } from './button';

interface Props<T> {
  items: T[];
  render(item: T): ReactNode;
  children?: ReactNode;
}

// A generic component, as a function and as an arrow.
export function List<T,>({ items, render, children }: Props<T>): JSX.Element {
  const [open, setOpen] = useState<boolean>(false);
  return (
    <>
      {/* A comment, a condition, a list, what is spread. */}
      {open && <UI.Panel.Body {...items[0]} key="one" />}
      <Button<T> onClick={() => setOpen(!open)} label={`open ${open}`}>
        {items.map((item) => (
          <li key={String(item)}>{render(item)}</li>
        ))}
      </Button>
      {children}
    </>
  );
}

export const Small: React.FC<{ name: string }> = ({ name }) => <span className="small">{name}</span>;

// Components that a function makes, and one that is a class.
const Memo = React.memo(function Inner() {
  return <Small name="memo" />;
});

export default class Page extends React.Component<Props<string>, State> {
  state: State = { page: 1 };

  private readonly next = () => {
    this.setState({ page: this.state.page + 1 });
  };

  render() {
    return (
      <Memo>
        <svg:circle onClick={this.next} />
        <this.props.children data-page={this.state.page} />
      </Memo>
    );
  }
}
