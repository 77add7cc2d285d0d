import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, type Printed } from './harness.js';

/** The contract of DESIGN.md, 'Commands': what other tools and users rely on. */
describe('the command line over the archetypes', () => {
  let here: Desk;
  let first: Printed;
  beforeAll(async () => {
    here = desk();
    first = await here.run('run', '--out', join(here.folder, 'report'));
  }, 120_000);
  afterAll(() => here.clear());

  it('runs the main job and ends by saying what it did and where to look', () => {
    expect(first.err).not.toMatch(/Error/);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^Read +6 instruments .* articles and sections/m);
    for (const word of ['Coded', 'Aligned', 'Scored', 'Index', 'Report'])
      expect(first.out).toMatch(new RegExp(`^${word} `, 'm'));
    expect(first.out.match(/^ {2}npx lexatlas search /gm)).toHaveLength(3);
    expect(existsSync(join(here.folder, 'report', 'index.html'))).toBe(true);
  });

  it('prints nothing but data on stdout, and no colour codes', () => {
    expect(first.out).not.toContain('\u001b');
    expect(first.err).not.toContain('\u001b');
  });

  it('redoes nothing when nothing changed', async () => {
    const again = await here.run('run', '--no-report');
    expect(again.out).toContain('0 instruments read anew, 0 coded anew, comparison kept');
  });

  const HEADS: readonly (readonly [words: readonly string[], head: string])[] = [
    [
      ['extract', 'archetype/adequacy', '--format', 'csv'],
      'instrument,provision,code,modality,force,addressee,confidence,start,end',
    ],
    [
      ['align', 'archetype/adequacy', 'archetype/consent', '--format', 'csv'],
      'left_instrument,left_provision,right_instrument,right_provision,relation,score',
    ],
    [['outline', 'archetype/adequacy', '--format', 'csv'], 'instrument,eId,provision,kind,heading,start,end,status'],
    [
      ['score', '--by', 'pair', '--format', 'csv'],
      'left,right,scope,thematic,elemental,textual,total,low,high,coverage',
    ],
    [
      ['tensions', '--format', 'csv'],
      'left_instrument,left_provision,right_instrument,right_provision,type,severity,parties,reconciled_by,reason',
    ],
  ];
  it.each(HEADS)('%j prints rows under the agreed head', async (words, head) => {
    const { code, out } = await here.run(...words);
    const [top, ...rows] = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(top).toBe(head);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('prints search results as JSON with the agreed fields first', async () => {
    const { out } = await here.run('search', 'cross-border transfer', '--limit', '3', '--format', 'json');
    const hits = JSON.parse(out) as Record<string, unknown>[];
    expect(hits).toHaveLength(3);
    expect(Object.keys(hits[0] ?? {}).slice(0, 6)).toEqual([
      ...['instrument', 'provision', 'title', 'score', 'snippet', 'codes'],
    ]);
  });

  it('shows a provision by its citation, in its own words', async () => {
    const { code, out } = await here.run('show', 'archetype/adequacy 13');
    expect(code).toBe(0);
    expect(out).toContain('archetype/adequacy');
    expect(out).toMatch(/transfer\./);
  });

  it('gives the same bytes for the same study', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => here.run('extract', '--format', 'csv')));
    expect(one?.out).toBe(two?.out);
  });

  it('ends with 1 and a mend where the input is at fault', async () => {
    const { code, out, err } = await here.run('show', 'Atlantis Act 3');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/Atlantis Act/);
  });

  it('ends with 2 where the words are wrong', async () => {
    expect((await here.run('serach', 'x')).code).toBe(2);
    expect((await here.run('extract', '--format', 'docx')).code).toBe(2);
  });

  it('tells of a file that it cannot read, with reason and mend, and goes on', async () => {
    const corpus = join(here.folder, 'corpus');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'xa-empty.html'), '');
    writeFileSync(
      join(corpus, 'xa-data-act.md'),
      '# Data Act\n\n## Section 1 Transfers\n\nNo holder shall transfer personal data outside Xa without consent.\n',
    );
    const study = join(here.folder, 'other');
    const { code, out } = await here.run('run', '--corpus', corpus, '--study', study, '--no-report');
    expect(code).toBe(0);
    expect(out).toMatch(/^Read +7 instruments/m);
    expect(out).toMatch(/^Unread +1 instruments\n +\S*xa-empty\.html: The file is empty\. Fetch the file again\.$/m);
    expect(out).toMatch(/1 × ingest\/empty-file/);
  });

  it("never puts a report in the place of somebody's work", async () => {
    const out = join(here.folder, 'thesis');
    mkdirSync(out);
    writeFileSync(join(out, 'chapter-1.txt'), 'years of work');
    const { code, err } = await here.run('report', '--format', 'md', '--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(/no report of lexatlas/);
    expect(readFileSync(join(out, 'chapter-1.txt'), 'utf8')).toBe('years of work');
    expect((await here.run('report', '--format', 'md', '--out', join(here.folder, 'report'))).code).toBe(0);
  });

  it('writes a completion script that names the commands', async () => {
    const { out } = await here.run('completion', 'bash');
    for (const command of ['run', 'search', 'show', 'align']) expect(out).toContain(command);
  });

  it('says in its documentation what it says in its help', async () => {
    expect((await here.run('docs')).out).toBe(readFileSync('docs/cli.md', 'utf8'));
  });
});
