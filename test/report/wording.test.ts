import { expect, it } from 'vitest';
import type { Provision, Quantity } from '../../src/model/index.js';
import { amountsInWords, bodyOf, cut, directionOf, languageTag } from '../../src/report/wording.js';
import { law } from './build.js';

const NOWHERE = { start: 0, end: 1 };
const amount = (kind: Quantity['kind'], value: number, unit: string): Quantity => ({
  kind,
  value,
  unit,
  span: NOWHERE,
});

it.each([
  [[amount('duration', 1460, 'P4Y')], ['4 years'], 'years'],
  [[amount('duration', 3, 'PT72H')], ['72 hours'], 'hours'],
  [[amount('duration', 31, 'P1M1D')], ['1 month 1 day'], 'two units'],
  [[amount('money', 20_000_000, 'EUR')], ['20,000,000 EUR'], 'money'],
  [[amount('turnover-share', 4, 'percent')], ['4 %'], 'a share'],
  [[amount('duration', 1460, 'P4Y'), amount('duration', 1460, 'P4Y')], ['4 years'], 'the same twice'],
])('says amounts as a reader does: %j', (given, expected) => {
  expect(amountsInWords(given)).toEqual(expected);
});

it.each([
  ['ten words', 20, 'ten words', 'short enough'],
  ['an authority decides', 9, 'an […]', 'not within a word'],
  ['個人情報取扱事業者', 4, '個人情報 […]', 'a language without blanks'],
])('cuts %s', (words, longest, expected) => {
  expect(cut(words, longest)).toBe(expected);
});

it('takes number and heading off the body, and keeps a heading that stands in the margin farther on', () => {
  const text = 'Article 3 Scope This Act applies to all. Marginal note.';
  const base = law('xx/w', ['XX'], [text]);
  const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
  const own = base.provisions[0] as Provision;
  const titled = { ...own, numSpan: at('Article 3'), headingSpan: at('Scope') };
  expect(bodyOf(base, titled)).toBe('This Act applies to all. Marginal note.');
  expect(bodyOf(base, { ...titled, headingSpan: at('Marginal note') })).toBe(
    'Scope This Act applies to all. Marginal note.',
  );
  expect(bodyOf(base, { ...own, numSpan: null, headingSpan: own.span })).toBe(text);
});

it.each([
  ['zh-Hant', 'zh-Hant', 'as it is'],
  ['en+nl', 'en', 'the first of two'],
  ['', 'und', 'none told'],
  ['"><script>', 'und', 'no language at all'],
])('names the language of %j', (language, expected) => {
  expect(languageTag(language)).toBe(expected);
});

it.each([
  ['المادة 2 – GDPR: لا يجوز نقل البيانات', 'rtl'],
  ['חוק הגנת הפרטיות', 'rtl'],
  ['Article 2 (المادة): a carrier keeps records.', 'ltr'],
  ['第二条', 'ltr'],
  ['', 'ltr'],
])('a law that reads %s is written %s', (words, direction) => {
  expect(directionOf(words)).toBe(direction);
});
