import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { report } from '../../src/report/index.js';
import { study } from './build.js';

const csv = (name: string, options = {}): string =>
  String(report(study(), { format: 'csv', ...options }).find((f) => f.path === `${name}.csv`)?.content);

describe('tables for a paper', () => {
  it('tells absent from not covered in words, never by an empty cell', () => {
    expect(csv('positions')).toBe(
      'side,transfer.general,transfer.consent,transfer.onward\nEU,hard,soft,absent\nXX,hard,absent,not covered\narchetype/free,not covered,not covered,not covered\n'.replace(
        'archetype/free,not covered,not covered,not covered\n',
        '',
      ),
    );
    expect(csv('concordance')).toContain('XX,absent,none,none');
    expect(csv('concordance')).toContain('YY,not covered,none,none');
  });

  it('disarms formulas in law text', () => {
    expect(csv('provisions')).toContain("'=1+1 is not a formula.");
    expect(csv('provisions')).not.toMatch(/(^|,)=/m);
  });

  it('narrows to codes and jurisdictions, keeping the archetypes', () => {
    const rows = csv('provisions', { codes: ['transfer.general'], jurisdictions: ['XX'] }).split('\n');
    expect(rows.map((r) => r.split(',')[0])).toEqual(['instrument', 'archetype/free', 'xx/model', 'xx/model', '']);
    expect(csv('divergence', { jurisdictions: ['XX'] })).not.toContain('EU');
    expect(csv('divergence', { codes: ['transfer'] })).toContain('EU,XX,transfer');
  });

  it('makes a workbook that opens, is the same twice, and runs nothing', async () => {
    const [file] = await report(study(), { format: 'xlsx' });
    const [again] = await report(study(), { format: 'xlsx' });
    expect(Buffer.from(again?.content ?? '').equals(Buffer.from(file?.content ?? ''))).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(file?.content ?? '') as unknown as ArrayBuffer);
    expect(book.worksheets.map((s) => s.name)).toEqual([
      'instruments',
      'provisions',
      'positions',
      'divergence',
      'concordance',
      'tensions',
    ]);
    const types = new Set<number>();
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (c) => types.add(c.type)));
    expect([...types].sort()).toEqual([ExcelJS.ValueType.Number, ExcelJS.ValueType.String]);
    expect(book.getWorksheet('divergence')?.getCell('G3').value).toBe('not comparable');
  });
});

describe('the Markdown report', () => {
  const text = String(report(study(), { format: 'md' })[0]?.content);

  it('shows each figure with interval and coverage, nearest pairs first', () => {
    expect(text).toContain('| EU | XX | 0.42 | 0.20–0.60 |');
    expect(text.indexOf('| EU | archetype/free | 0.30')).toBeLessThan(text.indexOf('| EU | XX | 0.42'));
    expect(text).toContain('| EU | XX | not comparable | no interval |');
    expect(text).toContain('machine assistance');
  });

  it('lets no law text become markup', () => {
    expect(text).not.toMatch(/<(script|b)/);
    expect(text).toContain('&lt;script>');
  });

  it('says so where a study is empty', () => {
    const empty = study({ coded: [], alignments: [], concordances: [], positions: [], divergences: [], tensions: [] });
    const said = String(report(empty, { format: 'md' })[0]?.content);
    for (const words of [
      'No pair could be compared.',
      'No side holds a position.',
      'No rule was found.',
      'None found in what was read.',
    ])
      expect(said).toContain(words);
  });
});
