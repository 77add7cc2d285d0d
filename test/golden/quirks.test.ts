import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
const page = readFileSync(join(here, '../../docs/reading-law.md'), 'utf8');
const rows = [...page.matchAll(/^\| (.+?) \| `([^`]+)` \|$/gmu)].map((m) => ({ quirk: m[1] ?? '', held: m[2] ?? '' }));

/** The quirks that issue 3 names under 'Formats' and 'Structure', by a word that stands in their line. */
const NAMED = [
  ...['OJ XHTML', 'consolidated XHTML', '2003', '1990s', 'Formex 4, ACT', 'CONS.ACT', 'Akoma Ntoso', 'CLML', 'gzip'],
  ...['USLM', 'US Code', 'Justice Canada', 'Planalto', 'Japanese', 'Korean', 'Chinese', 'Thai heads', 'Arabic heads'],
  ...['Vietnamese heads', 'Indonesian heads', 'Turkish heads', 'Spanish heads', 'French heads', 'German heads'],
  ...[
    'Gazette PDF',
    'Marginal headings',
    'Bilingual columns',
    'DOCX',
    'RTF',
    'ODT',
    'JSON dumps',
    'ToTA',
    'command paper',
  ],
  ...['Markdown', 'Soft hyphens', 'sha256', 'Annexes', 'Definitions', 'Supplementary', 'Inserted numbers', 'Repealed'],
  ...['Amending text', 'Roman or letter', 'Cross-references', 'Commencement', 'No text lost'],
];

describe('the page of quirks', () => {
  it.each(NAMED)('has a case for %s', (name) => {
    expect(rows.filter((r) => r.quirk.includes(name))).not.toEqual([]);
  });

  it('names only cases that exist', () => {
    const missing = rows.filter(
      (r) => !existsSync(r.held.includes('/') ? join(here, '../..', r.held) : join(here, r.held)),
    );
    expect(missing).toEqual([]);
  });

  it('names every golden case', () => {
    const cases = readdirSync(here, { withFileTypes: true }).filter((e) => e.isDirectory());
    expect(cases.map((c) => c.name).filter((name) => !rows.some((r) => r.held === name))).toEqual([]);
  });
});
