export { remove } from "./removal";
