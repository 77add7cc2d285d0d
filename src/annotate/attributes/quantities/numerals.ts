/** Numbers spelled in words, up to a hundred, in the languages of the corpus; larger ones are composed from them. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ...list(
    0,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  ...tens('twenty thirty forty fifty sixty seventy eighty ninety'),
  ...list(
    1,
    'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
  ),
  ...tens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ...list(
    1,
    'um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove',
  ),
  ...tens('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'),
  ...list(2, 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
  ...tens('vingt trente quarante cinquante soixante'),
  ...list(
    2,
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  ...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
  ['duas', 2],
  ['dreissig', 30],
]);
/** Words and signs that multiply what stands before them. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['million', 1e6],
  ['millions', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['cien', 100],
  ['ciento', 100],
  ['cem', 100],
  ['cent', 100],
  ['cents', 100],
  ['hundert', 100],
  ['mil', 1000],
  ['mille', 1000],
  ['tausend', 1000],
  ['millón', 1e6],
  ['millones', 1e6],
  ['milhão', 1e6],
  ['milhões', 1e6],
  ['bilhões', 1e9],
  ['millionen', 1e6],
  ['mio', 1e6],
  ['milliard', 1e9],
  ['milliards', 1e9],
  ['milliarden', 1e9],
  ['juta', 1e6],
  ['miliar', 1e9],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['milyon', 1e6],
  ['bin', 1000],
  ['ribu', 1000],
]);
const ARTICLES = new Set(['a', 'an', 'un', 'una', 'um', 'uma', 'une', 'ein', 'eine', 'einem', 'eines']);
const HAN: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壱: 1,
  弐: 2,
  参: 3,
};
const HAN_SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 천: 1000, 백: 100, 십: 10, 拾: 10 };
const HAN_LARGE: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  億: 1e8,
  亿: 1e8,
  만: 1e4,
  억: 1e8,
  兆: 1e12,
  조: 1e12,
};

function list(from: number, words: string): [string, number][] {
  return words.split(' ').map((w, i) => [w, from + i]);
}

function tens(words: string): [string, number][] {
  return words.split(' ').map((w, i) => [w, i === 0 ? 20 : 20 + i * 10]);
}

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const DIGITS = "\\d{1,3}(?:[ \\u00a0\\u202f.,’']\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d+)?";
const SCALE = `(?:\\s*(?:(?:${longestFirst(SCALES.keys())})(?![\\p{L}])|[十百千万萬億亿兆천백십만억조]))+`;
const WORD = `(?<![\\p{L}])(?:${longestFirst([...WORDS.keys(), ...SCALES.keys()])})(?![\\p{L}])`;
const SPELLED = `${WORD}(?:(?:[\\s-]+(?:and\\s+|y\\s+|e\\s+|et\\s+|und\\s+)?)${WORD})*`;
const ARTICLE = `(?<![\\p{L}])(?:${longestFirst(ARTICLES)})(?![\\p{L}])`;
const HAN_NUMBER = '[〇零一二两兩三四五六七八九十百千万萬億亿壱弐参拾]+';

const COUNT = `(?:(?:${SPELLED})\\s*\\(\\s*(?:${DIGITS})\\s*\\)|(?:${DIGITS})(?:\\s*\\((?:${SPELLED})\\))?(?:${SCALE})?(?:\\s?\\d+(?:${SCALE}))?|${SPELLED}|${ARTICLE}|${HAN_NUMBER})`;
const AT = new RegExp(COUNT, 'iuy');
/** Where a number may begin; words are looked up before the costly expression is tried. */
const QUICK = /\d|[〇零一二两兩三四五六七八九十百千万萬億亿壱弐参拾]|[\p{Script=Latin}\p{M}]+/gu;

/** A number in a text, as written and as counted. */
export interface Numeral {
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** True for an indefinite article: it counts one of what is measured ('within a year'), but is nobody's number of persons. */
  readonly isArticle: boolean;
}

/** The numbers of a text in order: digits, words, words with digits in brackets, East Asian numerals, articles. */
export function numerals(text: string): Numeral[] {
  const out: Numeral[] = [];
  for (let at = 0; ; ) {
    QUICK.lastIndex = at;
    const hint = QUICK.exec(text);
    if (hint === null) return out;
    at = hint.index + hint[0].length;
    const word = hint[0].toLowerCase();
    const isArticle = ARTICLES.has(word);
    if (/\p{L}/u.test(word) && !/\p{Script=Han}/u.test(word) && !WORDS.has(word) && !SCALES.has(word) && !isArticle)
      continue;
    AT.lastIndex = hint.index;
    const match = AT.exec(text);
    const value = match === null ? null : amountOf(match[0]);
    if (match === null || value === null) continue;
    at = AT.lastIndex;
    out.push({
      text: match[0],
      value,
      start: hint.index,
      end: at,
      isArticle: isArticle && match[0].length === word.length,
    });
  }
}

/** The value of a number as written; null where it is none. An article counts one. */
function amountOf(text: string): number | null {
  const bracket = /^(.*?)\(\s*([^)]*?)\s*\)(.*)$/su.exec(text);
  if (bracket !== null) {
    const [, before = '', inside = '', after = ''] = bracket;
    return /\d/u.test(before) ? amountOf(`${before} ${after}`.trim()) : amountOf(inside);
  }
  const lower = text.toLowerCase().trim();
  if (/^[〇零一二两兩三四五六七八九十百千万萬億亿壱弐参拾]+$/u.test(lower)) return eastAsian(lower);
  if (/\d/u.test(lower)) return withDigits(lower);
  return ARTICLES.has(lower) ? 1 : spelled(lower);
}

/** The scale that a number ends in: a million of `8 million`; 1 where it ends in none. */
export function scaleOf(text: string): number {
  return SCALES.get(/[\p{L}]+$/u.exec(text.trim().toLowerCase())?.[0] ?? '') ?? 1;
}

/** Digits with scales: `2.5 million`, `5천만`, `1억 5천만`. */
function withDigits(text: string): number | null {
  if (/[十百千万萬億亿兆천백십만억조]/u.test(text)) return eastAsian(text.replace(/[,\s]/gu, ''));
  const match = new RegExp(`^(${DIGITS})`, 'u').exec(text);
  const digits = match?.[1];
  if (digits === undefined) return null;
  let value = plain(digits);
  for (const word of text.slice(digits.length).split(/\s+/u)) value *= SCALES.get(word) ?? 1;
  return Math.round(value * 1e6) / 1e6;
}

/** `20 000 000`, `20.000.000`, `50.000,00`, `2,5`. A single group of three after a point or comma is thousands. */
function plain(digits: string): number {
  const decimal = /[.,](\d{1,2})$/u.exec(digits);
  const separators = digits.match(/[ \u00a0\u202f.,’']/gu) ?? [];
  if (decimal !== null && (separators.length === 1 || new Set(separators).size > 1))
    return Number(`${digits.slice(0, decimal.index).replace(/\D/gu, '')}.${decimal[1]}`);
  return /^\d{1,3}(?:\D\d{3})+$/u.test(digits) ? Number(digits.replace(/\D/gu, '')) : Number(digits.replace(',', '.'));
}

function eastAsian(text: string): number {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const token of text.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const small = HAN_SMALL[token];
    const large = HAN_LARGE[token];
    if (/\d/u.test(token)) digit = Number(token);
    else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      total += (section + (digit ?? 0) || 1) * large;
      section = 0;
      digit = null;
    } else digit = (digit ?? 0) * 10 + (HAN[token] ?? 0);
  }
  return Math.round((total + section + (digit ?? 0)) * 100) / 100;
}

function spelled(text: string): number | null {
  let total = 0;
  let section = 0;
  let seen = false;
  for (const word of text.split(/[\s-]+/u)) {
    const value = WORDS.get(word);
    const scale = SCALES.get(word);
    if (scale !== undefined) {
      seen = true;
      if (scale === 100) section = (section || 1) * 100;
      else {
        total = (total + (section || (total > 0 ? 0 : 1))) * scale;
        if (scale < 1e5 && total > scale) total = Math.trunc(total);
        section = 0;
      }
    } else if (value !== undefined) {
      seen = true;
      section += value;
    }
  }
  return seen ? total + section : null;
}
