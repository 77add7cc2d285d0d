import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exemplar, loadExemplars } from '../../scripts/training/exemplars.js';
import { codebook } from '../../src/codebook/index.js';
import { ownText } from '../../src/text/provisions.js';

const SOURCE = `# Imitation: a law
kind: agreement

## Data
### Flows
Each Party shall let data flow. {transfer.free-flow}
- save for cause; {transfer.exception localization.exception}
### Fees
A fee is due.
`;

describe('exemplars', () => {
  it('reads chapters, articles, paragraphs, points and their codes', () => {
    const { instrument, rows } = exemplar('exemplar/x', SOURCE);
    expect(instrument.metadata.kind).toBe('agreement');
    expect(instrument.provisions.map((p) => p.kind)).toEqual([
      'chapter',
      'article',
      'paragraph',
      'point',
      'article',
      'paragraph',
    ]);
    expect(rows.map((r) => r.code)).toEqual(['transfer.free-flow', 'transfer.exception', 'localization.exception']);
    const point = instrument.provisions.find((p) => p.kind === 'point');
    expect(point === undefined ? '' : ownText(instrument, point)).toBe('save for cause;');
    expect(point?.parent).toMatch(/paragraph_3$/u);
  });

  it('knows only codes of the codebook, and keeps lines without code', () => {
    const codes = new Set(
      codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json').codes.map((c) => c.id),
    );
    const all = loadExemplars();
    expect(all.flatMap((e) => e.rows).filter((r) => !codes.has(r.code))).toEqual([]);
    for (const { instrument, rows } of all) expect(rows.length).toBeLessThan(instrument.provisions.length * 1.5);
  });
});
