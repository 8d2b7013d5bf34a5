import { Root } from './root';

export class Base extends Root {}
