/** Takes one away. */
export function remove() {
  return 2;
}
