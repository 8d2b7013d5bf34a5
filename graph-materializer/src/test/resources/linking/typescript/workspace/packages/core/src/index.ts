export * from './shapes';
export { makeCircle as circle, type Options } from './shapes/circle.js';
export * as helpers from './helpers';
export { default as Registry } from './registry';
export { readFile } from 'node:fs';
