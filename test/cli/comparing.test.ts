import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, temporaryFolder } from './call.js';

interface Cell {
  readonly code: string;
  readonly jurisdiction: string;
  readonly status: string;
  readonly provisions: readonly string[];
  readonly evidence: string;
}

describe('comparing on the command line', () => {
  const folder = temporaryFolder();
  const run = (...words: string[]) => call(...words, '--study', join(folder, 'study'));
  const cells = async (...words: string[]) =>
    JSON.parse((await run('align', ...words, '--format', 'json')).out) as readonly Cell[];
  beforeAll(async () => {
    expect((await run('run', '--no-report', '--corpus', 'corpus/archetypes')).code).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the codes that the words of a topic name, in a name before a definition', async () => {
    const named = await cells('--topic', 'adequacy');
    expect(new Set(named.map((c) => c.code))).toEqual(new Set(['transfer.adequacy']));
    expect(named).toEqual(await cells('--code', 'transfer.adequacy'));
    const several = new Set((await cells('--topic', 'localization')).map((c) => c.code));
    expect(several.size).toBeGreaterThan(1);
    expect([...several].every((code) => code.startsWith('localization.'))).toBe(true);
  });

  it('answers a topic that no code speaks of with what there is', async () => {
    const { code, out, err } = await run('align', '--topic', 'zebras');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain("No code of the codebook speaks of 'zebras'");
    expect(err).toContain('lexatlas search');
  });

  it('takes no code for a topic that an example of it names in passing, and tells the nearest', async () => {
    const { code, out, err } = await run('align', '--topic', 'impact assessment');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/Nearest by single words: .*transfer\.authorisation/);
    const decided = new Set((await cells('--topic', 'adequacy decision')).map((c) => c.code));
    expect(decided).toEqual(new Set(['transfer.adequacy']));
  });

  it('tells with --evidence why each empty cell is empty, and without it only where the code is elsewhere', async () => {
    const [without, told] = [await cells('--topic', 'adequacy'), await cells('--topic', 'adequacy', '--evidence')];
    const empty = told.filter((c) => c.status !== 'found');
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.every((c) => c.provisions.length === 0)).toBe(true);
    for (const cell of empty)
      expect(cell.evidence).toMatch(/not this rule; the code is at |: not-found, |: not-covered, /);
    const silent = empty.filter((c) => !c.evidence.startsWith('not this rule'));
    expect(silent.length).toBeGreaterThan(0);
    // The reason names the law that was read.
    for (const cell of silent) expect(cell.evidence).toContain(cell.jurisdiction);
    expect(without.filter((c) => c.evidence !== '').every((c) => c.evidence.startsWith('not this rule'))).toBe(true);
    expect(told.filter((c) => c.status === 'found').every((c) => c.evidence === '')).toBe(true);
  });

  it('keeps to the columns asked for, and shows empty ones to a person only with --evidence', async () => {
    const only = await cells('--topic', 'adequacy', '--jurisdiction', 'archetype/consent', '--evidence');
    expect(new Set(only.map((c) => c.jurisdiction))).toEqual(new Set(['archetype/consent']));
    const shown = (await run('align', '--topic', 'adequacy')).out;
    expect(shown).toContain('found');
    expect(shown).not.toContain('absent');
    expect((await run('align', '--topic', 'adequacy', '--evidence')).out).toContain('absent');
  });

  it('sorts clauses into families, and says what it lacks', async () => {
    const all = await run('lineage', '--families', '--threshold', '0.01');
    expect(all.code).toBe(0);
    expect(all.out).toMatch(/^[1-9]\d* families of clauses in en/);
    expect(all.out).toMatch(/usual heading/);
    expect(all.out).toMatch(/\d{4}–\d{4}, half by \d{4}|\d{4}\n/);
    const coded = JSON.parse(
      (await run('lineage', '--families', '--threshold', '0.01', '--code', 'transfer', '--format', 'json')).out,
    ) as readonly { readonly instrument: string; readonly provision: string }[];
    const rows = JSON.parse(
      (await run('lineage', '--families', '--threshold', '0.01', '--format', 'json')).out,
    ) as typeof coded;
    expect(coded.length).toBeGreaterThan(0);
    expect(coded.length).toBeLessThan(rows.length);
    expect((await run('lineage', '--families')).out).toContain('No two instruments');
  });

  it.each([
    [['lineage'], 'lineage takes a citation, or --families.'],
    [
      ['lineage', '--families', '--code', 'transfer.teleport'],
      "No code of the codebook is called 'transfer.teleport'.",
    ],
    [['lineage', '--families', '--threshold', '4'], '--threshold'],
    [['lineage', 'archetype/free-flow', '2', '--families'], 'lineage takes a citation or --families, not both.'],
    [['lineage', 'archetype/free-flow', '2', '--code', 'transfer.adequacy'], '--code goes with --families.'],
  ] as const)('refuses %j', async (words, told) => {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(told);
  });
});
