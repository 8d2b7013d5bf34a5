declare const BUILD: string;
interface Settings { depth: number }
declare module 'virtual:theme' { export const colors: string[]; }
declare module 'theme' { export const colors: string[]; export default function theme(): Settings; }
