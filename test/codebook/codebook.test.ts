import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codebook } from '../../src/codebook/index.js';
import { jsonSchema } from '../../src/codebook/shape.js';

const SHIPPED = 'annotations/codebook.json';
const text = readFileSync(SHIPPED, 'utf8');
const lineOf = (source: string, part: string): number => source.slice(0, source.indexOf(part)).split('\n').length;

describe('the codebook', () => {
  const book = codebook(text, SHIPPED);

  it('has seven families, each with codes', () => {
    expect(book.families.map((f) => f.id)).toEqual([
      ...['transfer', 'jurisdiction', 'localization', 'remedies', 'cooperation', 'standards', 'concepts'],
    ]);
    for (const family of book.families) expect(book.codes.some((c) => c.family === family.id)).toBe(true);
  });

  it('takes each of the three principles into at least one code', () => {
    expect(new Set(book.codes.map((c) => c.principle))).toEqual(
      new Set([null, 'adequacy', 'consistency', 'informed-consent']),
    );
  });

  it('names every code by the words of the codebook page', () => {
    for (const code of book.codes)
      expect(code.id.split('.')[1], code.id).toBe(code.label.toLowerCase().replaceAll(' ', '-'));
  });

  it('points to terms of the Data Privacy Vocabulary by their address', () => {
    const terms = book.codes.flatMap((c) => Object.entries(c.crosswalk));
    expect(terms.length).toBeGreaterThan(10);
    for (const [scheme, iri] of terms) {
      expect(scheme).toBe('dpv');
      expect(iri).toMatch(/^https:\/\/w3id\.org\/dpv(?:\/legal\/eu\/gdpr)?#\S+$/);
    }
  });

  it('ships the schema that the program checks', () => {
    expect(JSON.parse(readFileSync('annotations/codebook.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(jsonSchema())),
    );
  });
});

/** What a scholar may get wrong in a codebook, with what must be told. */
const FAULTS: readonly (readonly [what: string, from: string, to: string, told: RegExp, place: string])[] = [
  ['a missing comma', '"version": "1.1",', '"version": "1.1"', /not JSON .* mend the syntax/, '"families"'],
  [
    'a weight of zero',
    '"weight": 0.5\n    }\n  ],',
    '"weight": 0\n    }\n  ],',
    /families\.6\.weight: .*>0/,
    '0\n    }\n  ],',
  ],
  [
    'an unknown field',
    '"label": "adequacy"',
    '"lable": "x", "label": "adequacy"',
    /codes\.1: Unrecognized key: "lable"/,
    '',
  ],
  [
    'a code of no family',
    '"family": "transfer",\n      "label": "adequacy"',
    '"family": "trade",\n      "label": "adequacy"',
    /'trade' does not fit; name a listed family/,
    '',
  ],
  [
    'a code named twice',
    '"id": "transfer.adequacy",',
    '"id": "transfer.general",',
    /'transfer\.general' occurs twice; rename one/,
    '',
  ],
];

describe('a codebook that cannot be used', () => {
  it.each(FAULTS)('is refused for %s, with the place and the mend', (_what, from, to, told, place) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    let message = '';
    try {
      codebook(broken, 'mine.json');
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(told);
    const line = Number(/^mine\.json:(\d+):/.exec(message)?.[1]);
    expect(line).toBeGreaterThan(0);
    if (place !== '') expect(line).toBe(lineOf(broken, place));
  });

  it('is refused for a pattern that does not compile, at the line of the pattern', () => {
    const at = text.indexOf('"pattern": "');
    const broken = `${text.slice(0, at)}"pattern": "(",${text.slice(text.indexOf('\n', at))}`;
    const line = broken.slice(0, at).split('\n').length;
    expect(() => codebook(broken, 'mine.json')).toThrow(`mine.json:${line}: codes.0.cues.0.pattern: does not compile`);
  });
});
