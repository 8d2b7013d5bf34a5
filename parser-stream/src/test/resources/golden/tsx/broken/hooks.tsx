// A call that is not closed between hooks.
function useBefore() { return useState<number>(0); }
function Cut() {
  const [a, setA] = useBefore(;
  return <Counter value={a} onChange={setA} />;
}
function After() { return <Cut />; }
