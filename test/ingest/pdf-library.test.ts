import { expect, it } from 'vitest';
import { pageLayout, pageReader } from '../../src/ingest/flat/pdf/library.js';

it('leaves arrays their own push, which the library of PDF would replace by a slower one', async () => {
  const { push } = Array.prototype;
  expect(String(push)).toContain('[native code]');
  await Promise.all([pageReader(), pageLayout()]);
  expect(Array.prototype.push).toBe(push);
  const list = [1];
  expect(list.push(2, 3)).toBe(3);
  expect(Object.keys(list)).toEqual(['0', '1', '2']);
});
