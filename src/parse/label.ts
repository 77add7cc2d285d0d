import { ordinalValue } from './ordinals.js';

const CJK_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const CJK_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
};
const CJK_NUMBER = /[〇零一二两三四五六七八九十百千]+/gu;
const WORDS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const ORDINALS: readonly string[] = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
const TENS: readonly string[] = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const FIRSTS: ReadonlySet<string> = new Set([
  'premier',
  'première',
  'primero',
  'primera',
  'único',
  'única',
  'unico',
  'unica',
]);
const ROMAN = /^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/iu;
const ROMAN_VALUES: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
};

/**
 * The bare label of a printed number: `46` for 'Article 46', `c` for '(c)', `28-8` for '제28조의8', `38` for '第三十八条',
 * `§1` for 'Parágrafo único', `15` for 'CHAPTER FIFTEEN', `Mod2` for 'MODULE TWO'. Roman numerals stay Roman. Null where nothing is printed.
 *
 * @example labelOf('ARTICLE 14.11.') // '14.11'
 */
export function labelOf(num: string | null): string | null {
  if (num === null) return null;
  const known = LABELS.get(num);
  if (known !== undefined) return known;
  const label = readLabel(num);
  if (LABELS.size < MOST_LABELS) LABELS.set(num, label);
  return label;
}

/** Labels by number as printed: laws print the same few thousand ('(a)', '1.', 'Article 5') again and again. */
const LABELS = new Map<string, string | null>();
const MOST_LABELS = 20_000;

function readLabel(num: string): string | null {
  // Compatibility forms would make a letter of the ordinal sign.
  const raw = num
    .replace(/(?<=\d)\s?[ºª°]/gu, '')
    .normalize('NFKC')
    .trim();
  // A paragraph that prints its article's number before its own, torn by a copy: 17 .2, 17. 2.
  const torn = /^(\d{1,3})(?: \.|\. )(\d{1,2})$/.exec(raw);
  if (torn !== null) return `${torn[1]}.${torn[2]}`;
  if (/^par[áa]grafo\s+[úu]nico/iu.test(raw)) return '§1';
  // Turkish provisional and additional articles count by themselves.
  const beside = /^(ge[çÇ][iİ]c[iİ]|ek)\s+madde\s+(\d+)/iu.exec(raw);
  if (beside !== null) return `${capital(beside[1] ?? '')}${beside[2]}`;
  // A scan glues the word to its number: ARTICLE12.1.
  let text = toAsciiDigits(raw).replace(/^(\p{L}{3,})(?=\d)/u, '$1 ');
  text = text.replace(/^§+\s*(\d+)\s*[ºo°.]*$/u, '§$1');
  if (/^§\d+$/u.test(text)) return text;
  text = text.replace(/§+/gu, ' ');
  const part = /^\[?(module|option)\s+(\S+)$/iu.exec(text);
  if (part) return `${part[1]?.[0]?.toUpperCase()}${part[1]?.slice(1, 3).toLowerCase()}${fromWords(part[2] ?? '')}`;
  const branch =
    /^[第제]?\s*(\d+)\s*[条條조章장款项項号號항호节節절编編편]?\s*(?:之|の|의)\s*(\d+(?:(?:之|の|의)\d+)*)/u.exec(text);
  if (branch) return `${branch[1]}-${(branch[2] ?? '').replace(/[之の의]/gu, '-')}`;
  const numbered = /^[第제]\s*(\d+(?:-\d+)*)/u.exec(text);
  if (numbered) return numbered[1] ?? null;
  const ordinal = ordinalValue(text);
  return ordinal === null ? fromWords(text) : String(ordinal);
}

/** 'Geçici' for 'GEÇİCİ', which only Turkish rules make of it. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLocaleLowerCase('tr');
}

/** The value of a Roman numeral of either case, or null where the text is none. */
export function romanValue(text: string): number | null {
  if (text === '' || !ROMAN.test(text)) return null;
  let sum = 0;
  let last = 0;
  for (const letter of [...text.toUpperCase()].reverse()) {
    const value = ROMAN_VALUES[letter] ?? 0;
    sum += value < last ? -value : value;
    last = Math.max(last, value);
  }
  return sum;
}

/** A label with Roman numerals turned into Arabic ones, for units cited by digits: `15` for 'XV'. */
export function arabicLabel(label: string): string {
  const value = romanValue(label);
  return value === null ? label : String(value);
}

function fromWords(text: string): string | null {
  const tokens = text
    .split(/[\s()[\]:，、]+/u)
    .map((t) => t.replace(/^[.．‑–—•·-]+|[.．,;:–—•·-]+$/gu, ''))
    .filter((t) => t !== '');
  const spelled = tokens.map(spelledValue);
  const at = tokens.findIndex((t, i) => spelled[i] !== null || isNumeral(t, tokens.length));
  if (at < 0) return tokens.length === 0 ? null : tokens.join('-');
  const first = (spelled[at] ?? tokens[at] ?? '').replace(/^0+(?=\d)/u, '');
  const next = tokens[at + 1];
  const suffix =
    next !== undefined && /^(?:bis|ter|quater|quinquies|sexies|septies|[A-Z])$/u.test(next)
      ? next
      : LATIN.test(next ?? '')
        ? (next ?? '').toLowerCase()
        : '';
  return `${first}${suffix}`;
}

/** Inserted numbers in capitals: ARTICLE 20 BIS. */
const LATIN = /^(?:BIS|TER|QUATER|QUINQUIES|SEXIES|SEPTIES)$/u;
/** A Roman number with a letter: Annex XII-A. */
const LETTERED = /^[IVXLC]{1,6}-[A-Z]$/u;

function isNumeral(token: string, count: number): boolean {
  return /\d/u.test(token) || /^\p{L}{1,2}$/u.test(token) || ROMAN.test(token) || LETTERED.test(token) || count === 1;
}

function spelledValue(token: string): string | null {
  const word = token.toLowerCase();
  if (FIRSTS.has(word)) return '1';
  const plain = Math.max(WORDS.indexOf(word), ORDINALS.indexOf(word));
  if (plain > 0) return String(plain);
  const [tens = '', unit = ''] = word.split('-');
  const ten = TENS.indexOf(tens);
  if (ten < 0) return null;
  const rest = Math.max(WORDS.indexOf(unit), ORDINALS.indexOf(unit), 0);
  return String((ten + 2) * 10 + rest);
}

/** Arabic, Persian and Thai digits as ASCII digits. */
export function asciiDigits(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return text
    .replace(/[٠-٩]/gu, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/[๐-๙]/gu, (d) => String(d.charCodeAt(0) - 0xe50));
}

/** Digits of any script, and Chinese numerals, as ASCII digits. */
function toAsciiDigits(text: string): string {
  return asciiDigits(text).replace(CJK_NUMBER, (run) => String(cjkValue(run)));
}

function cjkValue(run: string): number {
  const plain = [...run].every((c) => c in CJK_DIGITS);
  if (plain && run.length > 1) return Number([...run].map((c) => CJK_DIGITS[c]).join(''));
  let sum = 0;
  let digit = 0;
  for (const c of run) {
    const unit = CJK_UNITS[c];
    if (unit === undefined) digit = CJK_DIGITS[c] ?? 0;
    else {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
