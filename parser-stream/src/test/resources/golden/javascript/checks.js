import { describe, it } from 'runner';
import { sum } from './sum.js';

describe('sum', () => {
  it('adds', () => {
    const total = sum(1, 2);
    total.toFixed();
  });
});
