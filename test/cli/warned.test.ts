import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { call } from './call.js';

const folder = mkdtempSync(join(tmpdir(), 'lexatlas-warned-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('whoever reads a law is told on the spot that the copy is damaged', async () => {
  const list = 'The bureau may inspect a depot where its keeper has kept back a ledger for longer than a month.';
  const law = { title: 'Depots Act', provisions: [{ section: '1', title: 'Visits', content: `${list} ${list}` }] };
  const file = join(folder, 'depots.json');
  writeFileSync(file, JSON.stringify(law));
  const study = join(folder, 'study');
  expect(await call('ingest', file, '--study', study)).toMatchObject({ code: 0 });
  expect((await call('show', 'depots', '1', '--study', study)).out).toMatch(
    /warning: \d+ % of the words[\s\S]*The bureau/,
  );
  const pages = join(folder, 'report');
  expect(await call('report', '--study', study, '--out', pages)).toMatchObject({ code: 0 });
  const [pageOfLaw] = readdirSync(join(pages, 'instruments')).filter((f) => f.includes('depots'));
  expect(readFileSync(join(pages, 'instruments', pageOfLaw ?? ''), 'utf8')).toMatch(/Warning: \d+ % of the words/);
}, 60_000);

it('whoever types a number that stands twice in a law is told of the other, and finds both', async () => {
  const file = join(folder, 'harbours.json');
  const provisions = [
    ['1', 'Berths', 'A berth shall be let by the day.'],
    ['2', 'Dues', 'Dues shall be paid before a ship leaves the berth.'],
    ['2', 'Pilots', 'A pilot shall board every ship over forty metres.'],
  ].map(([section, title, content]) => ({ section, title, content }));
  writeFileSync(file, JSON.stringify({ title: 'Harbours Act', provisions }));
  const study = join(folder, 'twins');
  expect(await call('ingest', file, '--study', study)).toMatchObject({ code: 0 });
  const shown = await call('show', 'harbours', '2', '--study', study);
  expect(shown.out).toMatch(/again: 2\[2\][\s\S]*Dues shall be paid/);
  expect((await call('show', 'harbours', '2[2]', '--study', study)).out).toContain('A pilot shall board');
  const found = JSON.parse((await call('search', 'harbours 2', '--study', study, '--format', 'json')).out);
  expect(JSON.stringify(found)).toContain('2[2]');
  expect((await call('show', 'harbours', '1', '--study', study)).out).not.toContain('again');
}, 60_000);
