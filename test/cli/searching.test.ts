import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passages } from '../../src/search/index.js';
import { openStudy } from '../../src/store/index.js';
import { lawOf } from '../store/build.js';
import { type Called, call, temporaryFolder } from './call.js';

const folder = temporaryFolder();
const study = join(folder, 'study');
const ask = (...words: string[]): Promise<Called> => call('search', ...words, '--study', study);

beforeAll(() => {
  const store = openStudy(study, 'write');
  const laws = [
    [
      'xx/boats',
      'A boat {carries} a record. The record & log, "kept", is <b>shown</b> to the board.',
      '2018-05-25',
      ['GB'],
      'en',
    ],
    ['xx/ferries', 'A ferry shows its record to the board, with consent.', '2021-01-01', ['SG'], 'en'],
    ['cn/ships', '船舶信息处理者应当取得同意。撤回同意的，应当删除记录。', '2020-06-01', ['CN'], 'zh'],
  ] as const;
  for (const [id, words, made, jurisdictions, language] of laws) {
    const law = lawOf(id, words, 'Papers');
    const made_ = {
      ...law,
      metadata: { ...law.metadata, title: `Act {${id}}`, aliases: [id], made, jurisdictions, language },
    };
    store.putInstrument('k', made_);
    store.putAnnotations(id, 'k', [], passages(made_, []));
  }
  store.tidyIndex();
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('search prints', () => {
  it('what a citation needs, marked on a terminal only', async () => {
    const { out, err, code } = await ask('record AND board');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('xx/ferries 1  SG · statute · 2021');
    expect(out).toContain('Article 1 Papers');
    expect(out).toContain('2 found; 2 shown.');
    expect(out).not.toContain('\u001b');
  });

  it('JSON, CSV, Markdown, counts, facets and groups', async () => {
    const json = JSON.parse((await ask('record', '--format', 'json', '--sort', 'date')).out) as Record<
      string,
      unknown
    >[];
    expect(json.map((h) => h.instrument)).toEqual(['xx/ferries', 'xx/boats']);
    expect(Object.keys(json[0] ?? {}).slice(0, 6)).toEqual([
      'instrument',
      'provision',
      'title',
      'score',
      'snippet',
      'codes',
    ]);
    const rows = parse((await ask('record', '--format', 'csv')).out, { columns: true }) as Record<string, string>[];
    expect(rows.find((r) => r.instrument === 'xx/boats')?.snippet).toContain('"kept", is <b>shown</b>');
    const markdown = (await ask('shown', '--format', 'md')).out;
    expect(markdown).toContain('\\<b\\>**shown**\\</b\\>');
    expect(markdown.endsWith('\n')).toBe(true);
    expect((await ask('record', '--count')).out).toBe('2\n');
    expect(JSON.parse((await ask('record', '--count', '--format', 'json')).out)).toEqual({ count: 2 });
    expect((await ask('record', '--facets')).out).toMatch(/jurisdiction\s+GB\s+1/);
    expect((await ask('record', '--group-by', 'instrument')).out).toMatch(/xx\/boats\s+1/);
    const sorted = JSON.parse((await ask('record', '--sort', 'jurisdiction', '--format', 'json')).out) as {
      instrument: string;
    }[];
    expect(sorted.map((h) => h.instrument)).toEqual(['xx/boats', 'xx/ferries']);
  });

  it('pages, and nothing for a page beyond the last or of no lines', async () => {
    expect((await ask('record', '--limit', '1')).out).toContain('2 found; 1 shown, --offset 1 shows more.');
    expect((await ask('record', '--limit', '1', '--offset', '1')).out).toContain('2 found; 2 to 2 shown.');
    expect((await ask('record', '--offset', '9')).out).toBe('2 found.\n');
    expect((await ask('record', '--limit', '0')).out).toBe('2 found.\n');
    expect((await ask('record', '--limit', '-1')).code).toBe(2);
  });

  it('keywords under one another, Chinese ones too, and how much of them is shown', async () => {
    const { out, err } = await ask('同意', '--concordance');
    const lines = out.trimEnd().split('\n');
    const column = (line: string): number =>
      [...line.slice(0, line.indexOf('同意', 46 - 2 * (line.match(/[\p{Script=Han}，。]/gu) ?? []).length))].length;
    expect(lines.length).toBe(2);
    expect(lines.every((l) => column(l) > 0)).toBe(true);
    expect(err).toContain('2 occurrences in 1 of 1 provisions.');
    expect((await ask('xx/boats 1', '--concordance')).err).toContain('no words to set in context');
  });

  it('what is not there before anything else, on stderr where the hits are data', async () => {
    expect((await ask('POPIA s 72')).out).toMatch(/^No law searched here is called 'POPIA'/);
    const { out, err } = await ask('POPIA s 72', '--format', 'json');
    expect([JSON.parse(out), err]).toEqual([[], expect.stringContaining("'POPIA'")]);
    expect((await ask('record', '--jurisdiction', 'XX')).out).toContain('Nothing searched here has jurisdiction:XX');
    const mistake = await ask('(record');
    expect([mistake.code, mistake.err]).toEqual([1, expect.stringContaining('  (record\n  ^\n  Close it with ).')]);
  });

  it('a search that was kept, by id and by name, until it is forgotten', async () => {
    const { err } = await ask('record', '--jurisdiction', 'SG', '--save', 'mine');
    const id = /s-[0-9a-f]{10}/.exec(err)?.[0] ?? '';
    for (const key of [id, 'mine']) expect((await ask('--saved', key, '--count')).out).toBe('1\n');
    expect((await ask('--searches')).out).toContain(id);
    expect(await ask('--forget', 'yours')).toMatchObject({
      code: 1,
      err: expect.stringContaining("keeps no search 'yours'"),
    });
    expect((await ask('--forget', 'mine')).out).not.toContain(id);
    expect((await ask('--saved', id)).code).toBe(1);
  });
});

describe('bibliographies', () => {
  /** A reader of BibTeX by the rules of its grammar: entries, fields in braces that balance. */
  function readBibtex(text: string): { key: string; fields: Record<string, string> }[] {
    const entries: { key: string; fields: Record<string, string> }[] = [];
    for (const m of text.matchAll(/^@misc\{([^,\s{}"#%~\\]+),\n([\s\S]*?)\n\}$/gm)) {
      const fields: Record<string, string> = {};
      for (const line of (m[2] ?? '').split(/,\n/)) {
        const field = /^ {2}([a-z]+) = \{([\s\S]*)\}$/.exec(line);
        let depth = 0;
        for (const c of (field?.[2] ?? '}').replace(/\\[{}]/g, '')) {
          depth += c === '{' ? 1 : c === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        fields[field?.[1] ?? ''] = field?.[2] ?? '';
      }
      entries.push({ key: m[1] ?? '', fields });
    }
    return entries;
  }

  it('are BibTeX with a key of its own for each provision', async () => {
    const entries = readBibtex((await ask('record', '--format', 'bibtex')).out);
    expect(entries.map((e) => e.key).sort()).toEqual(['xx-boats-1', 'xx-ferries-1']);
    expect(entries.find((e) => e.key === 'xx-boats-1')?.fields).toMatchObject({
      title: 'Act \\{xx/boats\\}',
      note: '1',
      year: '2018',
    });
  });

  it('are CSL-JSON by the names and types of its schema', async () => {
    const items = JSON.parse((await ask('record', '--format', 'csl')).out) as Record<string, unknown>[];
    const known = new Set('id type title section jurisdiction language number issued URL'.split(' '));
    for (const item of items) {
      expect(Object.keys(item).filter((k) => !known.has(k))).toEqual([]);
      expect(['legislation', 'treaty']).toContain(item.type);
      expect(item.issued).toEqual({ 'date-parts': [expect.arrayContaining([expect.any(Number)])] });
    }
    expect(items.length).toBe(2);
  });
});
