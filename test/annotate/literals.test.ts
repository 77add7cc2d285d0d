import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ACTOR_WORDS } from '../../src/annotate/attributes/actors/words.js';
import { english } from '../../src/annotate/attributes/acts/english.js';
import { required } from '../../src/annotate/literals.js';
import { mayMatch, sought } from '../../src/annotate/sought.js';
import { codebook } from '../../src/codebook/index.js';

/** Of each archetype: a thousand patterns take their time. */
const MOST_LINES = 40;

it.each([
  ['\\btransfers? of data\\b', [['transfer'], [' of data']]],
  ['\\b(?:keep|store)s?\\b.{0,80}\\brecords?\\b', [['record'], ['keep', 'store']]],
  ['\\bno party\\b|\\beach party\\b', [['no party', 'each party']]],
  ['(?:x|.)+', []],
  ['(?!never)\\bseal\\b', [['seal']]],
])('what stands in every text that %s matches', (pattern, sets) => {
  expect(required(pattern)).toEqual(sets);
});

it('never keeps a pattern from a text that it matches', () => {
  const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json');
  const cues = book.codes.flatMap((code) => code.cues.filter((cue) => cue.language === 'en').map((cue) => cue.pattern));
  const acts = english.patterns.map(([, pattern]) => pattern);
  const actors = (ACTOR_WORDS.en ?? []).map(([, pattern]) => pattern);
  const patterns = [...cues, ...acts, ...actors].map((pattern) => sought(pattern, 'iu'));
  let matched = 0;
  for (const name of readdirSync('corpus/archetypes').filter((n) => /\.(?:html|md|xml)$/u.test(n)))
    for (const line of readFileSync(`corpus/archetypes/${name}`, 'utf8').split('\n').slice(0, MOST_LINES))
      for (const { expression, needed } of patterns) {
        if (!expression.test(line)) continue;
        matched += 1;
        expect(mayMatch(line.toLowerCase(), needed), `${expression.source} in: ${line}`).toBe(true);
      }
  expect(matched).toBeGreaterThan(50);
});
