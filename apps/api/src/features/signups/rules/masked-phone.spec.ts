import { expect, it } from '@jest/globals';
import { maskedPhone } from './masked-phone.js';

it.each([
  ['13800000042', '138****0042'],
  ['65550042', '655****0042'],
  ['0042', '****0042'],
  [null, null],
  ['', null],
])('shows %s as %s', (phone, shown) => {
  expect(maskedPhone(phone)).toBe(shown);
});
