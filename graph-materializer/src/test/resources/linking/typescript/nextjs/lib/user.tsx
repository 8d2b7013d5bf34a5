export const getServerSideProps = async () => ({ props: {} });

export function User() {
  return <p>user</p>;
}
