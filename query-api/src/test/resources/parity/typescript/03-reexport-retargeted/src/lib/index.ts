export { Store, make } from './other';
export * from './base';
