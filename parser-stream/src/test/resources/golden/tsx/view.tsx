import React, { useState } from 'react';
import * as Icons from './icons';
import { Layout } from './layout';

interface Props { title: string; onPick?: (id: number) => void }

export const View: React.FC<Props> = ({ title, onPick }) => {
  const [open, setOpen] = useState<boolean>(false);
  const toggle = () => setOpen(!open);
  return (
    <Layout title={title} onClick={toggle}>
      <Icons.Arrow.Left size={3} />
      <div className="row">{open && <Item key={1} {...{ id: 2 }} pick={onPick} />}</div>
    </Layout>
  );
};

function Item(props: { id: number; pick?: (id: number) => void }) {
  return <li onClick={() => props.pick?.(props.id)}>{props.id as number}</li>;
}

export default React.memo(View);
