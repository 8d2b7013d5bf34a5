export function remove() {
  return 1;
}
