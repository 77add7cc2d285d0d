import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import { call, temporaryFolder } from './call.js';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = 'instrument,provision,code,modality,force,note\n';
const file = (name: string, rows: string): string => {
  const path = join(folder, name);
  writeFileSync(path, HEAD + rows);
  return path;
};
const ada = file(
  'ada.csv',
  'xx/a,1,transfer.general,obligation,hard,\nxx/a,2,remedies.fine,power,hard,\nxx/a,10,a.b,,,\n',
);
const ben = file('ben.csv', 'xx/a,1,transfer.general,prohibition,hard,\nxx/a,10,a.b,,,\n');
const out = join(folder, 'gold.csv');

/** Runs the command with these lines on stdin. */
async function sit(lines: readonly string[], ...more: string[]) {
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from(lines.map((l) => `${l}\n`)) as never);
  try {
    return await call('adjudicate', ada, ben, '--out', out, '--study', join(folder, 'none'), ...more);
  } finally {
    stdin.mockRestore();
  }
}
const rows = (): string[] => readFileSync(out, 'utf8').trimEnd().split('\n').slice(1);

it('asks for what differs, writes who decided, and goes on where it stopped', async () => {
  const first = await sit(['2 only if', 'q'], '--adjudicator', 'human:cem');
  expect(first.err).toContain('1 codings are alike; 0 decided before; 2 to decide.');
  expect(first.out).toContain('1  ada: yes: obligation, hard');
  expect(rows()).toEqual([
    'xx/a,1,transfer.general,prohibition,hard,only if,yes,human:cem,"ada: yes: obligation, hard; ben: yes: prohibition, hard"',
    'xx/a,10,a.b,,,,yes,agreement,all alike',
  ]);
  const second = await sit(['what', 'y', 'b', 'n a mere mention'], '--adjudicator', 'human:dua');
  expect(second.err).toContain('1 decided before; 1 to decide.');
  expect(second.err).toContain('All is decided');
  expect(rows()).toContain('xx/a,2,remedies.fine,,,a mere mention,no,human:dua,"ada: yes: power, hard; ben: no"');
  expect((await sit([], '--adjudicator', 'human:eve')).err).toContain('0 to decide');
});

it('refuses to decide for nobody', async () => {
  const nobody = await sit([]);
  expect(nobody.err).toContain('It must be known who decides.');
});
