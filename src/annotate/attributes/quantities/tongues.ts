import type { Numeral } from './numerals.js';

/** How a language spells numbers: what counts, what multiplies it, and what may stand between two words. */
interface Spelling {
  readonly units: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly between: string;
  /** Words alone are read too; where false, only words in brackets after digits are: Vietnamese 'năm' is five and year. */
  readonly isReadAlone: boolean;
}

/** Scales up to here multiply the word before them, larger ones all that stands before. */
const LARGEST_SMALL = 100;
/** The Indonesian ending of the numbers from twelve to nineteen. */
const TEEN = 'belas';

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  id: {
    units: {
      ...counted('satu dua tiga empat lima enam tujuh delapan sembilan'),
      sepuluh: 10,
      sebelas: 11,
      seratus: 100,
      seribu: 1000,
    },
    scales: { puluh: 10, ratus: 100, ribu: 1000, juta: 1e6, miliar: 1e9, triliun: 1e12, [TEEN]: 10 },
    between: '\\s+',
    isReadAlone: true,
  },
  tr: {
    units: {
      ...counted('bir iki üç dört beş altı yedi sekiz dokuz'),
      ...tens('on yirmi otuz kırk elli altmış yetmiş seksen doksan'),
    },
    scales: { yüz: 100, bin: 1000, milyon: 1e6, milyar: 1e9 },
    between: '\\s+',
    isReadAlone: true,
  },
  vi: {
    units: { ...counted('một hai ba bốn năm sáu bảy tám chín'), lăm: 5, mười: 10 },
    scales: { mươi: 10, trăm: 100, nghìn: 1000, triệu: 1e6, tỷ: 1e9 },
    between: '\\s+',
    isReadAlone: false,
  },
  th: {
    units: { ...counted('หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า'), เอ็ด: 1, ยี่: 2 },
    scales: { สิบ: 10, ร้อย: 100, พัน: 1000, หมื่น: 1e4, แสน: 1e5, ล้าน: 1e6 },
    between: '',
    isReadAlone: true,
  },
  ar: {
    units: {
      ...counted('واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة'),
      ...tens('عشرة عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين'),
      ثلاث: 3,
      خمس: 5,
      عشر: 10,
      مائتي: 200,
    },
    scales: { مائة: 100, مئة: 100, ألف: 1000, آلاف: 1000, مليون: 1e6, ملايين: 1e6, مليار: 1e9 },
    between: '\\s+(?:و\\s?)?',
    isReadAlone: true,
  },
};

interface Reader {
  readonly token: RegExp;
  readonly spelling: Spelling;
  readonly number: RegExp;
}

const readers = new Map(Object.entries(SPELLINGS).map(([language, spelling]) => [language, reader(spelling)] as const));

/**
 * The numbers that Vietnamese, Indonesian, Turkish, Thai and Arabic spell, in order, with digits before them where the law
 * writes both (`2 (dua)`, `3 x 24 (…)`); empty for another language.
 */
export function spelledNumerals(text: string, language: string): Numeral[] {
  const known = readers.get(language);
  if (known === undefined) return [];
  return [...text.matchAll(known.number)].flatMap((match) => {
    const { digits, times } = match.groups ?? {};
    const value =
      digits === undefined ? countOf(match[0], known) : plain(digits) * (times === undefined ? 1 : plain(times));
    if (value === null || !Number.isFinite(value)) return [];
    return [{ text: match[0], value, start: match.index, end: match.index + match[0].length, isArticle: false }];
  });
}

function reader(spelling: Spelling): Reader {
  const words = [...Object.keys(spelling.units), ...Object.keys(spelling.scales)].sort((a, b) => b.length - a.length);
  const isApart = spelling.between !== '';
  const edge = (look: string): string => (isApart ? `(?${look}[\\p{L}\\p{M}])` : '');
  // Thai 'can' and 'forbid' begin like 'three' and 'five'.
  const word = `(?:${words.join('|')})(?!ารถ|ม(?!ื่น))`;
  const spelled = `${edge('<!')}${isApart ? '(?:و)?' : ''}${word}(?:${spelling.between}${word})*${edge('!')}`;
  const both = `(?<![\\d.,O])(?<digits>\\d[\\d.,]*)(?:\\s?x\\s?(?<times>\\d+))?\\s?\\(\\s?${spelled}[^)]{0,40}\\)`;
  const alone = spelling.isReadAlone ? `|\\(\\s?${spelled}\\s?\\)|${spelled}` : '';
  return { spelling, token: new RegExp(word, 'giu'), number: new RegExp(`${both}${alone}`, 'giu') };
}

/** `thirty five`: a unit waits for the scale that multiplies it; large scales take all that was counted since the last one. */
function countOf(text: string, { spelling, token }: Reader): number | null {
  let total = 0;
  let section = 0;
  let waiting: number | null = null;
  for (const [found] of text.matchAll(token)) {
    const word = found.toLowerCase();
    const unit = spelling.units[word];
    const scale = spelling.scales[word];
    if (unit !== undefined) {
      section += waiting ?? 0;
      waiting = unit;
    } else if (scale !== undefined && word === TEEN) {
      waiting = (waiting ?? 0) + scale;
    } else if (scale !== undefined && scale <= LARGEST_SMALL) {
      section += (waiting ?? 1) * scale;
      waiting = null;
    } else if (scale !== undefined) {
      total += (section + (waiting ?? 0) || 1) * scale;
      section = 0;
      waiting = null;
    }
  }
  const value = total + section + (waiting ?? 0);
  return value === 0 ? null : value;
}

const plain = (digits: string): number => Number(digits.replace(/[.,](?=\d{3})/gu, '').replace(',', '.'));

function counted(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((w, i) => [w, i + 1]));
}

function tens(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((w, i) => [w, (i + 1) * 10]));
}
