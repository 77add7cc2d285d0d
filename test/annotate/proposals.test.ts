import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AnnotatorError, annotate, withAnnotators } from '../../src/annotate/index.js';
import { codebook } from '../../src/codebook/index.js';
import type { Annotator, ProposedAnnotation } from '../../src/model/index.js';
import ledger from './annotators/ledger.mjs';
import { lawOf } from './build.js';

const BOOK = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'annotations/codebook.json');
const LAW = lawOf([
  ['A keeper shall hold every ledger in the State for at least five years.'],
  ['A keeper may be fined up to EUR 900.'],
]);
const proposing = (...proposals: unknown[]): Annotator => ({
  name: 'mine',
  annotate: () => proposals as ProposedAnnotation[],
});

describe("a scholar's own annotator", () => {
  it('adds its codings under its own name, the rest read from the words', () => {
    const [coding, ...others] = withAnnotators(LAW, BOOK, [], [ledger]);
    expect(others).toEqual([]);
    expect(coding).toMatchObject({
      provision: { instrument: 'xx/sample', eId: 'sec_1' },
      code: 'localization.storage',
      annotator: 'plugin:ledger',
      confidence: 0.8,
      modality: 'obligation',
      quantities: [{ kind: 'duration', unit: 'P5Y', bound: 'least' }],
    });
    const span = coding?.evidence[0]?.span;
    expect(span && LAW.text.slice(span.start, span.end)).toBe('ledger');
  });

  it('wins over the built-in coder where both give a provision the same code, and leaves the others', () => {
    const found = annotate(LAW, BOOK);
    const again = proposing({ eId: 'sec_1', code: found[0]?.code ?? 'localization.storage', confidence: 0.3 });
    const all = withAnnotators(LAW, BOOK, found, [again]);
    expect(all.filter((a) => a.annotator === 'plugin:mine')).toHaveLength(1);
    expect(new Set(all.map((a) => `${a.provision.eId} ${a.code}`)).size).toBe(all.length);
  });

  it('is told what it did wrong, where, and how to mend it', () => {
    const wrong = (proposal: unknown): string => {
      try {
        withAnnotators(LAW, BOOK, [], [proposing(proposal)]);
      } catch (error) {
        if (error instanceof AnnotatorError) return `${error.message} ${error.mend}`;
        throw error;
      }
      return '';
    };
    expect(wrong({ eId: 'art_9', code: 'transfer.general' })).toMatch(/'mine', at xx\/sample, coding 1: .*art_9/);
    expect(wrong({ eId: 'sec_1', code: 'transfer.nothing' })).toMatch(/no code transfer\.nothing/);
    expect(wrong({ eId: 'sec_1', code: 'transfer.general', confidence: 2 })).toMatch(/probability from 0 to 1/);
    expect(wrong({ eId: 'sec_1', code: 'transfer.general', span: { start: 5, end: 1e6 } })).toMatch(/outside the text/);
    const thrower: Annotator = {
      name: 'mine',
      annotate: () => {
        throw new Error('no luck');
      },
    };
    expect(() => withAnnotators(LAW, BOOK, [], [thrower])).toThrow(/it threw no luck/);
  });
});
