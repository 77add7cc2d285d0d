import { annexed } from './annexed.js';
import { chineseNumber, plainDigits, romanNumber } from './numerals.js';
import { innerValues, MARKED, RECITAL, UNPRINTED, valuesBefore, withoutAsides } from './wording.js';

/** A text read as a citation: the pinpoint in plain form (`46(2)(c)`) and the words that name the instrument. */
export interface Reading {
  readonly pinpoint: string;
  readonly name: string;
  /** True where a word such as 'Article', '§' or 第…条 says that the number is a pinpoint. */
  readonly isMarked: boolean;
}

const EAST =
  /第?\s*(?<num>[一二三四五六七八九十百千〇零\d]+)\s*[条條](?:[の之]\s*(?<sub>[一二三四五六七八九十\d]+))?(?:\s*第?(?<para>[一二三四五六七八九十\d]+)[款项項](?:第?[（(]?(?<point>[一二三四五六七八九十\d]+)[）)]?[项項号號])?)?/u;
const KOREAN = /제?\s*(?<num>\d+)\s*조(?:의\s*(?<sub>\d+))?(?:\s*제?(?<para>\d+)항)?(?:\s*제?(?<point>\d+)호)?/u;
const BARE = new RegExp(
  `^(?:\\d+[A-Za-z]{0,2}(?:[.\\-–]\\d+[A-Za-z]?)*(?:\\.[a-z])?|[IVXLC]{2,}(?:bis)?|(?:Sch|Annex|Prot|Rec|Recital|APP)[0-9A-Za-z-]*(?:[./][0-9A-Za-z-]+|${UNPRINTED})*)(?:\\([^()\\s]{1,8}\\)|${UNPRINTED})*$`,
);
/** Blanks outside square brackets: the words of a term stay apart. */
const BLANKS = /\s+(?![^[\]]*\])/g;

/** Every way to read the text as instrument and pinpoint, the surest first; [] where no part of it looks like a pinpoint. */
export function readings(text: string): Reading[] {
  const plain = withoutAsides(plainDigits(text.normalize('NFC')).replace(/\s+/g, ' ').trim());
  return [...eastern(plain), ...annexed(plain, rest), ...western(plain), ...bare(plain)];
}

/** The last mark first: in 'Rule 4, section 26' the nearer number is the pinpoint. */
function western(plain: string): Reading[] {
  return [...plain.matchAll(MARKED)].reverse().flatMap((m) => marked(plain, m));
}

function marked(plain: string, m: RegExpExecArray): Reading[] {
  if (m.groups === undefined) return [];
  const { num = '', groups = '', inner = '', before = '', unit = '' } = m.groups;
  const [number = '', dotted] = /^(.*\d)\.([a-z])$/.exec(num)?.slice(1) ?? [num];
  const places = [...(dotted === undefined ? [] : [dotted]), ...valuesBefore(before), ...innerValues(inner)];
  const within = `${groups}${places.map((v) => `(${v})`).join('')}`;
  const name = rest(plain, m);
  const reading = (head: string): Reading => ({
    pinpoint: `${head}${within}`.replace(BLANKS, '').replaceAll('–', '-'),
    name,
    isMarked: true,
  });
  const roman = /^[IVXLC]+$/i.test(number) ? romanNumber(number.toUpperCase()) : null;
  if (RECITAL.test(unit)) return [`Rec${number}`, `Rec.${number}`, `Recital${number}`].map(reading);
  return roman === null ? [reading(number)] : [reading(number.toUpperCase()), reading(String(roman))];
}

function eastern(plain: string): Reading[] {
  const m = EAST.exec(plain) ?? KOREAN.exec(plain);
  if (m?.groups === undefined) return [];
  const { num = '', sub, para, point } = m.groups;
  const base = `${chineseNumber(num)}${sub === undefined ? '' : `-${chineseNumber(sub)}`}`;
  const inner = [para, point].flatMap((n) => (n === undefined ? [] : [`(${chineseNumber(n)})`])).join('');
  return [{ pinpoint: `${base}${inner}`, name: rest(plain, m).replace(/[《》〈〉「」]/gu, ''), isMarked: true }];
}

/** Without a mark the number may stand last ('PIPL 38'), first or anywhere. */
function bare(plain: string): Reading[] {
  const words = plain
    .replace(/\s+(?=[([])/g, '')
    .replace(/(?<=[IVXLC]) bis(?![\p{L}])/gu, 'bis')
    .split(BLANKS);
  const order = [...new Set([words.length - 1, 0, ...words.keys()])];
  return order.flatMap((at) => {
    const word = (words[at] ?? '').replace(/[,;.]$/, '').replaceAll('–', '-');
    const name = words.filter((_, i) => i !== at).join(' ');
    return BARE.test(word) && name !== '' ? [{ pinpoint: word, name, isMarked: false }] : [];
  });
}

function rest(plain: string, m: RegExpExecArray): string {
  return nameIn(`${plain.slice(0, m.index)} ${plain.slice(m.index + m[0].length)}`);
}

/** What names the law in what is left of a text without its pinpoint: chapters around an article name none, nor does the 'of the' between. */
export function nameIn(left: string): string {
  const bare = left.replace(CHAPTER, ' ');
  return (/\p{L}/u.test(bare) ? bare : left)
    .replace(/\s+(?:of|des?|du|der|del|da|do)\s+(?:the\s+)?(?=\S)/giu, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
    .trim();
}
const CHAPTER =
  /(?<![\p{L}\p{N}])(?:chapter|kapitel|cap[ií]tulo|chapitre|bab|chương)\s*(?:\d{1,3}|[IVXLC]+)(?![\p{L}\p{N}(.]),?/giu;
