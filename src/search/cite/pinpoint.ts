import { annexed } from './annexed.js';
import { chineseNumber, plainDigits, romanNumber } from './numerals.js';

/** A text read as a citation: the pinpoint in plain form (`46(2)(c)`) and the words that name the instrument. */
export interface Reading {
  readonly pinpoint: string;
  readonly name: string;
  /** True where a word such as 'Article', '§' or 第…条 says that the number is a pinpoint. */
  readonly isMarked: boolean;
}

/** Words before an article's or section's number, in the languages of the corpus. */
const UNIT =
  'art(?:icle|icles|ículo|iculo|igo|ikel|icolo)?|sec(?:tion|tions)?|ss?|para(?:graph)?|reg(?:ulation)?|rule|clause|cl|recital|principle|madde|md|pasal|điều|dieu|มาตรา|المادة|مادة';
const NUMBER = '(?:ch\\d+/)?\\d+[A-Za-z]{0,2}(?:[.\\-–]\\d+[A-Za-z]?)*|[IVXLC]+(?:\\s*bis)?';
/** A defined term or a place in square brackets, with which citations name what prints no number. */
const UNPRINTED = '\\[[^\\[\\]]{1,90}\\]';
const GROUPS = `(?:\\s*(?:\\([^()\\s]{1,8}\\)|${UNPRINTED}))*`;
/** 'point (c)', 'paragraph 2', 'lit. f', 'Abs. 1', 'inciso V' after the number. */
const INNER =
  '(?:\\s*,?\\s*(?:points?|para(?:graph)?s?|paras?|sub-?sections?|sub-?paragraphs?|lit(?:era)?|letter|abs(?:atz)?|inciso|fracción|fraccion|apartado|alínea|alinea|n[.º°]|ayat|khoản)\\.?\\s*\\(?([0-9]{1,3}|[a-z]{1,4})\\)?)';
const MARKED = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${UNIT})\\.?\\s*|§+\\s*)(?<num>${NUMBER})(?<groups>${GROUPS})(?<inner>${INNER}*)(?![\\p{L}\\p{N}(/])`,
  'giu',
);
const EAST =
  /第?\s*(?<num>[一二三四五六七八九十百千〇零\d]+)\s*[条條](?:[の之]\s*(?<sub>[一二三四五六七八九十\d]+))?(?:第?(?<para>[一二三四五六七八九十\d]+)[款项項](?:第?[（(]?(?<point>[一二三四五六七八九十\d]+)[）)]?[项項号號])?)?/u;
const KOREAN = /제?\s*(?<num>\d+)\s*조(?:의\s*(?<sub>\d+))?(?:\s*제?(?<para>\d+)항)?(?:\s*제?(?<point>\d+)호)?/u;
const BARE = new RegExp(
  `^(?:\\d+[A-Za-z]{0,2}(?:[.\\-–]\\d+[A-Za-z]?)*|(?:Sch|Annex|Prot|Rec|Recital|APP)[0-9A-Za-z-]*(?:[./][0-9A-Za-z-]+|${UNPRINTED})*)(?:\\([^()\\s]{1,8}\\)|${UNPRINTED})*$`,
);
/** Blanks outside square brackets: the words of a term stay apart. */
const BLANKS = /\s+(?![^[\]]*\])/g;

/** Every way to read the text as instrument and pinpoint, the surest first; [] where no part of it looks like a pinpoint. */
export function readings(text: string): Reading[] {
  const plain = plainDigits(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
  return [...eastern(plain), ...annexed(plain, rest), ...western(plain), ...bare(plain)];
}

/** The last mark first: in 'Rule 4, section 26' the nearer number is the pinpoint. */
function western(plain: string): Reading[] {
  return [...plain.matchAll(MARKED)].reverse().flatMap((m) => marked(plain, m));
}

function marked(plain: string, m: RegExpExecArray): Reading[] {
  if (m.groups === undefined) return [];
  const { num = '', groups = '', inner = '' } = m.groups;
  const base = /^[IVXLC]+$/i.test(num) ? String(romanNumber(num.toUpperCase()) ?? num) : num;
  const within = [...inner.matchAll(new RegExp(INNER, 'giu'))].map((i) => `(${(i[1] ?? '').toLowerCase()})`).join('');
  const pinpoint = `${base}${groups}${within}`.replace(BLANKS, '').replaceAll('–', '-');
  const name = rest(plain, m);
  const isRecital = /^recital/i.test(m[0]);
  const roman =
    base === num
      ? []
      : [{ pinpoint: `${num.toUpperCase()}${groups}${within}`.replace(BLANKS, ''), name, isMarked: true }];
  return [
    ...(isRecital ? [`Rec.${pinpoint}`, `Recital${pinpoint}`].map((p) => ({ pinpoint: p, name, isMarked: true })) : []),
    ...roman,
    { pinpoint, name, isMarked: true },
  ];
}

function eastern(plain: string): Reading[] {
  const m = EAST.exec(plain) ?? KOREAN.exec(plain);
  if (m?.groups === undefined) return [];
  const { num = '', sub, para, point } = m.groups;
  const base = `${chineseNumber(num)}${sub === undefined ? '' : `-${chineseNumber(sub)}`}`;
  const name = rest(plain, m);
  const inner = [para, point].flatMap((n) => (n === undefined ? [] : [`(${chineseNumber(n)})`])).join('');
  const whole = { pinpoint: base, name, isMarked: true };
  return inner === '' ? [whole] : [{ pinpoint: `${base}${inner}`, name, isMarked: true }, whole];
}

/** Without a mark the number may stand last ('PIPL 38'), first or anywhere. */
function bare(plain: string): Reading[] {
  const words = plain.replace(/\s+(?=[([])/g, '').split(BLANKS);
  const order = [...new Set([words.length - 1, 0, ...words.keys()])];
  return order.flatMap((at) => {
    const word = (words[at] ?? '').replace(/[,;.]$/, '').replaceAll('–', '-');
    const name = words.filter((_, i) => i !== at).join(' ');
    return BARE.test(word) && name !== '' ? [{ pinpoint: word, name, isMarked: false }] : [];
  });
}

function rest(plain: string, m: RegExpExecArray): string {
  return `${plain.slice(0, m.index)} ${plain.slice(m.index + m[0].length)}`
    .replace(/\s+(?:of|des?|du|der|del|da|do)\s+(?:the\s+)?(?=\S)/giu, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
    .trim();
}
