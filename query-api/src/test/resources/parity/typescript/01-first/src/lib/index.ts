export { Store, make } from './store';
export * from './base';
