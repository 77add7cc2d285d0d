import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { referencesOf } from '../../src/text/references/resolve.js';
import { block, sourceOf } from '../parse/source.js';

const ROWING = `1. A rower may row under Article 3.
2. A rower shall:
(a) sing; and
(b) rest.
`;

/** A law of three articles in which the words stand as the second paragraph of Article 2. */
function lawWith(words: string): Instrument {
  const article = (num: string, text: string) => block({ unit: 'article', depth: 0, num, text });
  return parse(
    sourceOf([
      article('Article 1', ROWING),
      article('Article 2', `1. A boat floats.\n2. ${words}\n3. The rule is:\n(a) red; or\n(b) blue.\n`),
      article('Article 3', 'Lamps burn.'),
    ]),
  );
}

/** [words, the citations meant with their status, remark] */
const TABLE: readonly (readonly [string, readonly string[], string])[] = [
  ['See Article 1(2)(b).', ['1(2)(b) resolved'], 'a whole pinpoint'],
  ['Articles 1 and 3 apply.', ['1 resolved', '3 resolved'], 'a list gives one reference for each number'],
  ['Article 9 applies.', ['9 unresolved'], 'no such article'],
  ['Paragraph 3 applies.', ['2(3) resolved'], 'a paragraph is one of the article at hand'],
  ['Point (a) of paragraph 3 applies.', ['2(3)(a) resolved', '2(3) resolved'], 'a point of a named paragraph'],
  ['Points (a) and (b) of Article 1(2) apply.', ['1(2)(a) resolved', '1(2)(b) resolved', '1(2) resolved'], 'a list'],
  ['Article 7 of Directive 90/1/EC applies.', ['7 unresolved Directive 90/1/EC'], 'another law, not at hand'],
  ['Section 4 of the River Boats Act 1990 applies.', ['4 unresolved River Boats Act 1990'], 'another law by name'],
  ['Article 1 of this Law applies.', ['1 resolved'], 'this law'],
  ['Article 2.1 applies.', ['2.1 unresolved'], 'a number of another sort is not cut short'],
];

describe('references', () => {
  it.each(TABLE)('%s', (words, expected) => {
    const instrument = lawWith(words);
    const found = referencesOf(instrument).filter((r) => r.from.startsWith('art_2'));
    expect(found.map((r) => [r.citation, r.status, r.law ?? ''].join(' ').trim())).toEqual(expected);
    for (const r of found) expect(instrument.text.slice(r.span.start, r.span.end)).toMatch(/\d|\(/u);
  });

  it('finds the other law where it is at hand', () => {
    const other = { ...lawWith('Rest.'), metadata: { ...lawWith('').metadata, id: 'xx/boats-90-1', title: 'Boats' } };
    const [found] = referencesOf(lawWith('Article 1(2) of Directive 90/1/EC applies.'), [other]).filter((r) => r.law);
    expect(found?.target).toEqual({ instrument: 'xx/boats-90-1', eId: 'art_1__para_2' });
  });

  it('finds paragraphs that print the number of their article before their own', () => {
    const article = (num: string, text: string) => block({ unit: 'article', depth: 0, num, text });
    const instrument = parse(
      sourceOf([
        article('Article 5', '5.1 A boat floats.\n\n5.2 A boat:\n(a) rocks; and\n(b) rolls.\n'),
        article('Article 6', 'See point (b) of paragraph 2 of Article 5.'),
      ]),
    );
    expect(referencesOf(instrument).map((r) => [r.citation, r.target?.eId])).toEqual([
      ['5(2)(b)', 'art_5__para_5.2__point_b'],
      ['5(2)', 'art_5__para_5.2'],
      ['5', 'art_5'],
    ]);
  });

  it('says ambiguous where two provisions have the citation', () => {
    const article = (num: string) => block({ unit: 'article', depth: 0, num, text: 'See Article 5.' });
    const [found] = referencesOf(parse(sourceOf(['Article 5', 'Article 5', 'Article 6'].map(article))));
    expect(found?.status).toBe('ambiguous');
    expect(found?.candidates).toHaveLength(2);
    expect(found?.target).toBeNull();
  });

  it.each([
    ['第三十八条第一款', '38(1)'],
    ['第十二条の二', '12-2'],
    ['제28조의8제1항', '28-8(1)'],
    ['依照本法第一条', '1'],
    ['民事渡船法第一条', '1 民事渡船法'],
    ['渡船法（平成元年法律第九号）第一条', '1 渡船法'],
  ])('reads %s', (words, expected) => {
    const found = referencesOf(lawWith(words))[1];
    expect([found?.citation, found?.law ?? ''].join(' ').trim()).toBe(expected);
  });
});
