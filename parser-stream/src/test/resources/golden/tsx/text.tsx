// Ampersands that begin no character reference, in text and attributes.
export function Footer({ link }: { link: string }) {
  return (
    <footer>
      <a href="https://example.org/?a=1&b=2&c=3" title={link}>Terms & conditions</a>
      <p>
        Salt &amp; pepper & more <Mark>here</Mark>
        {link} & the rest
      </p>
      <Copyright />
    </footer>
  );
}

// Intersections are no text.
type Both<T> = Partial<T> & { id: string };
const both: Both<Props> & Record<string, () => void> = make();

// Types of modules, with arguments and without; the last is loaded.
declare const field: import("./form").Field<Props, import('./form').Kind>;
export function isField(value: unknown): value is import("./form").Field {
  return !!value;
}
export const late = () => import("./late").then<number>((m) => m.size);
