import type { Instrument, Provision } from '../../model/index.js';
import { ancestry } from '../../text/provisions.js';

/** Words of the field in the languages that the codebook has cues for; they tell a digital chapter from one on fisheries. */
const FIELD = new RegExp(
  [
    'personal (?:data|information)|data (?:protection|subject|fiduciary|principal)|privacy|digital|electronic|online|comput',
    'cross-?border (?:data|transfer)|information flow|third countr|database|cloud|internet|cyber|electr[oó]nic|privacidad',
    'datos personales|dados pessoais|tratamento de dados|digita[il]|privacidade|transferência internacional',
    'données|numérique|électronique|vie privée|personendaten|datenschutz|personenbezogene|elektronisch',
    'kişisel\\s?veri|data pribadi|dữ liệu|an ninh mạng|không gian mạng|ข้อมูลส่วนบุคคล|อิเล็กทรอนิกส์|البيانات|بيانات (?:شخصية|حساسة)|الإلكترونية',
    '个人信息|数据|网络|电子|個人情報|個人データ|仮名加工情報|匿名加工情報|電磁的|個人関連情報|개인정보|정보주체|전자|정보통신',
  ].join('|'),
  'giu',
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
  const known = new Map<string, number>();
  const whole = density(instrument.text);
  const of = (p: Provision | undefined): number => {
    if (p === undefined) return whole;
    const kept = known.get(p.eId);
    if (kept !== undefined) return kept;
    const measured = density(instrument.text.slice(p.span.start, p.span.end));
    known.set(p.eId, measured);
    return measured;
  };
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

/** Hits per window of text, squeezed into [0,1): 0 without a hit, ½ at one hit per window. */
function density(text: string): number {
  let hits = 0;
  FIELD.lastIndex = 0;
  while (FIELD.exec(text) !== null) hits += 1;
  const rate = (hits * WINDOW) / Math.max(text.length, WINDOW);
  return rate / (1 + rate);
}
