export default function User() {
  return <p>user</p>;
}
