import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { absence, annotate } from '../../src/annotate/index.js';
import { codebook } from '../../src/codebook/index.js';
import { ARABIC } from '../../src/text/field/columns/arabic.js';
import { GERMAN } from '../../src/text/field/columns/german.js';
import { INDONESIAN } from '../../src/text/field/columns/indonesian.js';
import { THAI } from '../../src/text/field/columns/thai.js';
import { TURKISH } from '../../src/text/field/columns/turkish.js';
import { VIETNAMESE } from '../../src/text/field/columns/vietnamese.js';
import { CONCEPTS, TABLE_LANGUAGES } from '../../src/text/field/index.js';
import { foldLatin, sightConcepts } from '../../src/text/sightings.js';
import { lawOf } from './build.js';
import { STRANGERS, TONGUE_CASES } from './tongues.cases.js';

const BOOK = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'annotations/codebook.json');
const codesOf = (language: string, text: string): string[] =>
  annotate(lawOf([[text]], { language }), BOOK).map((a) => a.code);

describe('cues in languages without gold', () => {
  it.each(TONGUE_CASES)('%s %s: %s', (language, code, text) => {
    expect(codesOf(language, text)).toContain(code);
  });

  it.each(STRANGERS)('%s: leaves alone “%s”', (language, text) => {
    expect(codesOf(language, text)).toEqual([]);
  });

  it('keeps “searched and not found” apart from “not covered”, code by code', () => {
    const silent = (language: string) => {
      const instrument = lawOf([['Sample.']], { language });
      return absence({ instrument, annotations: [], weighed: [], rejected: [] }, BOOK);
    };
    const speaks = (code: string, language: string): boolean =>
      BOOK.codes.some((c) => c.id === code && c.cues.some((q) => q.language === language && q.weight > 0));
    for (const language of ['vi', 'id', 'tr', 'th', 'ar', 'cy'])
      for (const { code, status } of silent(language))
        expect([language, code, status]).toEqual([
          language,
          code,
          speaks(code, language) ? 'not-found' : 'not-covered',
        ]);
    expect(silent('tr').find((f) => f.code === 'localization.storage')?.status).toBe('not-found');
    expect(silent('tr').find((f) => f.code === 'localization.ban')?.status).toBe('not-covered');
  });
});

describe('terms of the field', () => {
  it('knows no concept in a column that the table has not', () => {
    const ids = CONCEPTS.map((c) => c.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const row of CONCEPTS) expect(row.patterns).toHaveLength(TABLE_LANGUAGES.length);
    for (const table of [ARABIC, GERMAN, INDONESIAN, THAI, TURKISH, VIETNAMESE]) {
      const own = table
        .trim()
        .split('\n')
        .map((row) => row.split(' ¦ ')[0]);
      expect(own.filter((id) => id === undefined || !ids.includes(id))).toEqual([]);
      expect(new Set(own).size).toBe(own.length);
    }
  });

  it.each([
    ['de', 'Die Bekanntgabe von Personendaten ins Ausland', ['personal-data', 'transfer']],
    ['tr', 'KİŞİSEL VERİLERİN yurt dışına aktarılması', ['personal-data', 'transfer']],
    ['vi', 'Chuyển dữ liệu cá nhân ra nước ngoài', ['personal-data', 'transfer']],
    ['id', 'Transfer Data Pribadi ke luar wilayah', ['personal-data', 'transfer']],
    ['th', 'โอนข้อมูลส่วนบุคคลไปยังต่างประเทศ', ['personal-data', 'transfer']],
    ['ar', 'نقل البيانات الشخصية إلى خارج الدولة', ['personal-data', 'transfer']],
  ])('sees the same concepts in %s: %s', (language, text, concepts) => {
    const rows = sightConcepts(foldLatin(text), language);
    const seen = [...(rows?.keys() ?? [])].map((row) => CONCEPTS[row]?.id);
    expect(seen).toEqual(expect.arrayContaining(concepts));
  });

  it('folds the letters of Turkish, Vietnamese and German', () => {
    expect(foldLatin('İlgili KİŞİ ısı')).toBe('ilgili kisi isi');
    expect(foldLatin('Đường Straße')).toBe('duong strasse');
  });
});
