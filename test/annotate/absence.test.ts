import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { absence, annotate } from '../../src/annotate/index.js';
import { codebook } from '../../src/codebook/index.js';
import type { ClauseAnnotation, Finding, Instrument } from '../../src/model/index.js';
import { lawOf } from './build.js';

const BOOK = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'annotations/codebook.json');
const LAW = lawOf([
  ['A controller shall not transfer personal data outside the State except with an adequate level of protection.'],
  ['Nothing else is said here.'],
]);

function find(
  code: string,
  law: Instrument,
  annotations: readonly ClauseAnnotation[],
  more: { weighed?: readonly ClauseAnnotation[]; rejected?: readonly ClauseAnnotation[] } = {},
): Finding | undefined {
  const searched = { instrument: law, annotations, weighed: more.weighed ?? [], rejected: more.rejected ?? [] };
  return absence(searched, BOOK).find((f) => f.code === code);
}

describe('absence with evidence', () => {
  it('says of every code once what the search came to', () => {
    const all = absence({ instrument: LAW, annotations: annotate(LAW, BOOK), weighed: [], rejected: [] }, BOOK);
    expect(all.map((f) => f.code)).toEqual(BOOK.codes.map((c) => c.id));
    expect(all.some((f) => f.status === 'found')).toBe(true);
    expect(all.every((f) => f.read === 2)).toBe(true);
  });

  it('tells what was searched in vain from what cannot be judged', () => {
    expect(find('remedies.collective', LAW, [])?.status).toBe('not-found');
    const latin = lawOf([['Lorem ipsum.']], { language: 'la' });
    expect(find('remedies.collective', latin, [])).toMatchObject({ status: 'not-covered' });
    const metadata = { ...LAW.metadata, completeness: 'partial: sections 1 to 2 only' };
    const partial = find('remedies.collective', { ...LAW, metadata }, []);
    expect(partial).toMatchObject({ status: 'not-covered', reason: expect.stringContaining('sections 1 to 2 only') });
    const empty: Instrument = { ...LAW, provisions: [] };
    expect(find('remedies.collective', empty, [])?.status).toBe('not-covered');
  });

  it('names the provisions that came nearest, best first, and those a person ruled out', () => {
    const weighed = annotate(LAW, BOOK, undefined, 0).map((a, i) => ({
      ...a,
      code: 'remedies.judicial',
      confidence: 0.2 + i / 100,
    }));
    const [first] = weighed;
    const rejected = first === undefined ? [] : [{ ...first, annotator: 'human:ana', rejects: true }];
    const finding = find('remedies.judicial', LAW, [], { weighed, rejected });
    expect(finding?.status).toBe('not-found');
    expect(finding?.nearest.length).toBeGreaterThan(0);
    const scores = finding?.nearest.map((n) => n.score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(finding?.nearest[0]).toMatchObject({ citation: '1', isRejected: true });
    expect(finding?.reason).toContain('ruled it out');
  });
});
