import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate, readModel } from '../../src/annotate/index.js';
import { codebook } from '../../src/codebook/index.js';
import { build } from '../align/build.js';
import { SENTENCES, SILENT } from './sentences.js';

const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json');
const model = readModel(readFileSync('src/annotate/coder.model.json', 'utf8'));
const codesIn = (heading: string, text: string): readonly string[] =>
  annotate(build('xx/sentence', [{ heading, text }]).instrument, book, model).map((a) => a.code);

/** Of sixty plain sentences so many may be missed: a coder of this accuracy misses some, a timid one misses many. */
const MOST_MISSED = 3;

describe('plain sentences that a scholar would try', () => {
  it(`get their code, ${MOST_MISSED} of ${SENTENCES.length} at most excepted`, () => {
    const missed = SENTENCES.filter(([code, heading, text]) => !codesIn(heading, text).includes(code));
    expect(
      missed.slice(MOST_MISSED).map(([code]) => code),
      missed.map((m) => m.join(' | ')).join('\n'),
    ).toEqual([]);
  }, 300_000);

  it('cover every code', () => {
    expect(new Set(SENTENCES.map(([code]) => code))).toEqual(new Set(book.codes.map((c) => c.id)));
  }, 300_000);

  it.each(SILENT)(
    '%s: carries no code',
    (heading, text) => {
      expect(codesIn(heading, text)).toEqual([]);
    },
    300_000,
  );
});
