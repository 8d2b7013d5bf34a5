import { from "x";
import a from ;
export { b, ;
import ok from "ok";
export function after(): void { ok(); }
