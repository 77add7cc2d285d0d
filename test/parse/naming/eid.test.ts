import { expect, test } from 'vitest';
import { labelOf, romanValue } from '../../../src/parse/label.js';
import { eIdPart, twinEId } from '../../../src/parse/naming/eid.js';
import { Register } from '../../../src/parse/naming/register.js';

test.each([
  ['article', '46', 1, 'art_46'],
  ['chapter', 'V', 1, 'chp_V'],
  ['section', '1798.150', 1, 'sec_1798.150'],
  ['paragraph', null, 2, 'para_2'],
  ['preamble', null, 1, 'preamble'],
  ['point', 'c', 1, 'point_c'],
  ['schedule', '1', 1, 'sched_1'],
  ['paragraph', '§1', 1, 'para_par1'],
] as const)('%s %s (place %i) is named %s', (kind, label, count, expected) => {
  expect(eIdPart(kind, label, count)).toBe(expected);
});

test('a name that is taken gets the next free number', () => {
  const register = new Register(twinEId);
  const claims = ['art_1', 'art_1_2', 'art_1', 'art_1'].map((name) => register.claim(name));
  expect(claims).toEqual(['art_1', 'art_1_2', 'art_1_3', 'art_1_4']);
});

test.each([
  ['Article 46', '46'],
  ['ARTICLE 14.11', '14.11'],
  ['(c)', 'c'],
  ['第三十八条', '38'],
  ['第百二十一条', '121'],
  ['제28조의8', '28-8'],
  ['第二十八条之二', '28-2'],
  ['CHAPTER FIFTEEN', '15'],
  ['Art. 55-A.', '55-A'],
  ['§ 1º', '§1'],
  ['Parágrafo único', '§1'],
  ['Article premier', '1'],
  ['CAPÍTULO IV', 'IV'],
  ['SCHEDULE 1', '1'],
  ['①', '1'],
  ['07', '7'],
  ['(١)', '1'],
  ['Article 6 bis', '6bis'],
  [null, null],
])('the label of %s is %s', (num, expected) => {
  expect(labelOf(num)).toBe(expected);
});

test.each([
  ['iv', 4],
  ['XC', 90],
  ['iiii', null],
  ['', null],
  ['vx', null],
])('Roman %s is %s', (text, value) => {
  expect(romanValue(text)).toBe(value);
});
