import type { Instrument, Provision, Span } from '../../model/index.js';
import { ancestry } from '../../text/provisions.js';

/** Words of the field in the languages that the codebook has cues for, in lower case; they tell a digital chapter from one on fisheries. */
const FIELD = new RegExp(
  [
    'personal (?:data|information)|data (?:protection|subject|fiduciary|principal)|privacy|digital|electronic|online|comput',
    'cross-?border (?:data|transfer)|information flow|third countr|database|cloud|internet|cyber|electr[oó]nic|privacidad',
    'datos personales|dados pessoais|tratamento de dados|digita[il]|privacidade|transferência internacional',
    'données|numérique|électronique|vie privée|personendaten|datenschutz|personenbezogene|elektronisch',
    'kişisel\\s?veri|data pribadi|dữ liệu|an ninh mạng|không gian mạng|ข้อมูลส่วนบุคคล|อิเล็กทรอนิกส์|البيانات|بيانات (?:شخصية|حساسة)|الإلكترونية',
    '个人信息|数据|网络|电子|個人情報|個人データ|仮名加工情報|匿名加工情報|電磁的|個人関連情報|개인정보|정보주체|전자|정보통신',
  ].join('|'),
  'gu',
);
/** Characters over which one hit counts fully; shorter texts would jump. */
const WINDOW = 400;

/** How much the field is spoken of around a unit, each in [0,1]. */
export interface Field {
  readonly unit: number;
  readonly article: number;
  readonly chapter: number;
  readonly instrument: number;
}

/** In a treaty a unit without a cue is weighed from so dense a field in its article on: half a word of it in four hundred letters. */
const HEARD = 0.05;

/**
 * True where a unit is worth weighing: a cue speaks for some code, or the words of the model may (statutes; in treaties, articles that
 * speak of the field). Leaving out what fires no cue cost one gold coding in twenty-five, and of readings one in seven.
 */
export function isHeard(speaks: boolean, kind: 'agreement' | 'statute', field: Field): boolean {
  return speaks || kind === 'statute' || field.article > HEARD;
}

/** A function that measures, for a unit of the instrument, how dense the field's words are in it and around it. */
export function fieldOf(instrument: Instrument): (provision: Provision) => Field {
  const hits = [...lowerInPlace(instrument.text).matchAll(FIELD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const whole = density(hits.length, instrument.text.length);
  const of = (p: Provision | undefined): number =>
    p === undefined ? whole : density(hitsIn(hits, p.span), p.span.end - p.span.start);
  return (provision) => {
    const chain = ancestry(instrument, provision);
    return {
      unit: of(provision),
      article: of(chain.find((p) => p.tier === 'basic') ?? provision),
      chapter: of(chain.findLast((p) => p.tier === 'division')),
      instrument: whole,
    };
  };
}

/** The text in lower case, letter for letter: only the Turkish İ would become two, and stays. */
function lowerInPlace(text: string): string {
  return text.includes('İ')
    ? text
        .split('İ')
        .map((piece) => piece.toLowerCase())
        .join('İ')
    : text.toLowerCase();
}

/** How many of the hits, which stand in order, are inside the span. */
function hitsIn(hits: readonly Span[], span: Span): number {
  const until = firstFrom(hits, span.end);
  const isCut = (hits[until - 1]?.end ?? 0) > span.end;
  return Math.max(0, until - firstFrom(hits, span.start) - (isCut ? 1 : 0));
}

/** The index of the first hit that starts at the place or behind it. */
function firstFrom(hits: readonly Span[], place: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hits per window of text, squeezed into [0,1): 0 without a hit, ½ at one hit per window. */
function density(hits: number, length: number): number {
  const rate = (hits * WINDOW) / Math.max(length, WINDOW);
  return rate / (1 + rate);
}
