import { expect, it } from 'vitest';
import { linkFinder } from '../../src/report/html/pages/law/links.js';
import { law } from './build.js';

const PRINTED = new Set(['art_1', 'art_2']);

/** What of the second article's words leads to the first. */
function linked(words: string): string[] {
  const instrument = law('xx/links', ['XX'], ['The office keeps a list.', words]);
  const unit = instrument.provisions.find((p) => p.eId === 'art_2');
  if (unit === undefined) return [];
  return linkFinder(
    instrument,
    PRINTED,
  )(unit)
    .filter((l) => l.eId === 'art_1')
    .map((l) => instrument.text.slice(l.span.start, l.span.end));
}

it.each([
  ['The list under Article 1 is public.', ['1'], 'this law'],
  ['The list under Article 1 of this Act is public.', ['1'], 'this law, said so'],
  ['It is as defined in Article 1 of the Treaty of Xland.', [], 'another law'],
  ['It is as defined in Article 1, point (7), of Regulation (XX) 5.', [], 'another law behind a point'],
  ['It is as defined in Article 1(1), second subparagraph, of Directive 7.', [], 'another law behind a subparagraph'],
  ['It follows Article 1 XTFU.', [], 'another law by its short name'],
  ['The list under section 1 is public.', [], 'a word that this law does not count by'],
])('%s', (words, expected) => {
  expect(linked(words)).toEqual(expected);
});
