export * from './circle';
export * from './shape';
