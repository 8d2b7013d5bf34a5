// A fragment whose end was deleted.
const before = (n: number) => n + 1;
export const Cut = () => (<><Head /><Body />);
export const after = (n: number) => <Body n={before(n)} />;
