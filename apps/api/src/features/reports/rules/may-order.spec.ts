import { describe, expect, it } from '@jest/globals';
import { refusalToOrder } from './may-order.js';

const orders = (plain: number, withPhones = 0) => [
  ...Array.from({ length: plain }, () => ({ withPhones: false })),
  ...Array.from({ length: withPhones }, () => ({ withPhones: true })),
];

describe('refusalToOrder', () => {
  it.each([
    ['the first', orders(0), false, null],
    ['the thirtieth', orders(29), false, null],
    ['the thirty-first', orders(30), false, 'report.too-many'],
    ['the fifth with numbers', orders(10, 4), true, null],
    ['the sixth with numbers', orders(0, 5), true, 'report.too-many'],
    ['one without numbers after five with', orders(0, 5), false, null],
  ])('%s', (_, earlier, withPhones, code) => {
    expect(refusalToOrder(earlier, withPhones)).toBe(code);
  });
});
