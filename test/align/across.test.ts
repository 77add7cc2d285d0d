import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/index.js';
import { ALPHA, BETA, GAMMA } from './build.js';

const links = (...given: Parameters<typeof align>) => align(...given).filter((r) => r.right !== null);
const TRUST = /without translation, (likelier right than wrong|as likely wrong as right): read both/;

describe('the reason of a link across languages', () => {
  it('says how far to trust it', () => {
    const found = [...links(ALPHA, GAMMA), ...links(GAMMA, ALPHA)];
    expect(found.length).toBeGreaterThan(2);
    for (const { reason } of found) expect(reason).toMatch(TRUST);
    // The surest link of the two laws is told apart from the least sure one that stands.
    const told = new Set(found.map(({ reason }) => TRUST.exec(reason)?.[1]));
    expect(told).toContain('likelier right than wrong');
    expect(links(GAMMA, ALPHA)[0]?.reason).toContain('from zh to en');
  });

  it('says nothing of it in one language', () => {
    const found = links(ALPHA, BETA);
    expect(found.length).toBeGreaterThan(2);
    for (const { reason } of found) expect(reason).not.toMatch(/translation/);
  });

  it("says nothing of links that were never held against the gold: by a scholar's own threshold", () => {
    const found = links(ALPHA, GAMMA, { threshold: 0.01 });
    expect(found.length).toBeGreaterThan(2);
    for (const { reason } of found) expect(reason).not.toMatch(/translation/);
  });
});
