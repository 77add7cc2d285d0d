import type { Quantity } from '../../../model/index.js';
import { boundOf } from './bounds.js';
import { age, persons, share } from './counts.js';
import { duration, length } from './durations.js';
import { money } from './money.js';
import { type Numeral, numerals } from './numerals.js';
import { type Amount, lesserEnd } from './ranges.js';
import { spelledNumerals } from './tongues.js';

const ALTERNATIVE = /^[^.;:]{0,12}(?:\b(?:or|o|ou|oder)\b|或者?|又は|또는)[^.;:]{0,60}$/iu;
const HIGHER =
  /whichever (?:amount )?(?:is|be) (?:the )?(?:higher|greater|larger|more)|the (?:higher|greater) of|(?:la|el|lo) que (?:sea|resulte) mayor|de mayor cuantía|o que for maior|(?:le montant )?le plus élevé|(?:welcher|welche|welches)[^.;]{0,40}(?:höher|größer)|以(?:较|數額較)高者|取其高|两者取高|いずれか(?:高|多)い|(?:큰|높은) 금액/iu;
const LOWER =
  /whichever (?:amount )?(?:is|be) (?:the )?(?:lower|less|lesser|smaller)|the (?:lower|lesser) of|(?:la|el|lo) que sea menor|o que for menor|(?:le montant )?le moins élevé|(?:welcher|welche|welches)[^.;]{0,40}niedriger|以较低者|いずれか(?:低|少な)い|(?:작은|낮은) 금액/iu;

/** Full-width, Thai and Arabic digits: each block of Unicode begins its ten at a multiple of sixteen. */
const FOREIGN_DIGIT = /[０-９๐-๙٠-٩]/gu;

/** Where a text stands, as far as its amounts depend on it. */
export interface Place {
  /** Place of the text in the instrument. */
  readonly offset?: number;
  /** ISO 3166-1 alpha-2: decides whose dollars or rupees are meant. */
  readonly country?: string;
  /** BCP 47 primary tag: 'dos' is two in Spanish, and no number in Portuguese. */
  readonly language?: string;
}

/**
 * The typed amounts in a text: sums of money, shares of turnover, lengths of time, ages and numbers of persons, in order of
 * place, with the bound that the words around set. Empty where there is none.
 * @example quantities('a fine of up to EUR 5 000 000 or 3 % of turnover, whichever is higher')
 */
export function quantities(text: string, where: Place = {}): Quantity[] {
  const { offset = 0, country = '', language = '' } = where;
  const words = language === 'pt' ? text.replace(/(?<![\p{L}])dos(?![\p{L}])/giu, '···') : text;
  const plain = words.replace(FOREIGN_DIGIT, (d) => String((d.codePointAt(0) ?? 0) & 0xf).slice(-1));
  const numbers = numbersIn(plain, language);
  const found = numbers.flatMap((n, i) => {
    const amount =
      money(plain, n, country) ?? share(plain, n) ?? age(plain, n) ?? persons(plain, n) ?? length(plain, n);
    const lesser = amount === null ? null : lesserEnd(plain, amount, numbers[i - 1], unitsOf(amount));
    return [lesser, amount].flatMap((a) => a ?? []);
  });
  const ranged = distinct(found);
  const bounds: Quantity['bound'][] = [];
  return ranged.map((a, i) => {
    const before = ranged[i - 1];
    const bound =
      ownBound(plain, a) ?? (before !== undefined && isAlternative(plain, before, a) ? bounds[i - 1] : undefined);
    bounds.push(bound);
    return typed(plain, a, bound, offset);
  });
}

/** Numbers as the language spells them stand before those of all languages where both see one. */
function numbersIn(text: string, language: string): Numeral[] {
  const spelled = spelledNumerals(text, language);
  const others = numerals(text).filter((n) => !spelled.some((s) => s.start < n.end && n.start < s.end));
  return [...spelled, ...others].sort((a, b) => a.start - b.start);
}

function ownBound(text: string, a: Amount): Quantity['bound'] {
  return boundOf(text, a.number.start, a.end) ?? boundOf(text, a.start, a.number.end);
}

/** True where two amounts of a fine stand side by side ('up to X or Y per cent'): what bounds the first bounds the second. */
function isAlternative(text: string, first: Amount, second: Amount): boolean {
  const isFine = (a: Amount): boolean => a.kind === 'money' || a.kind === 'turnover-share';
  return (
    isFine(first) &&
    isFine(second) &&
    first.kind !== second.kind &&
    ALTERNATIVE.test(text.slice(first.end, second.start))
  );
}

function typed(text: string, a: Amount, bound: Quantity['bound'], offset: number): Quantity {
  const whichever = a.kind === 'money' || a.kind === 'turnover-share' ? whicheverOf(text, a) : undefined;
  return {
    kind: a.kind,
    value: a.value,
    unit: a.unit,
    span: { start: offset + a.start, end: offset + a.end },
    ...(bound === undefined ? {} : { bound }),
    ...(whichever === undefined ? {} : { whichever }),
  };
}

/** The words of choice stand in the same sentence as the amounts. */
function whicheverOf(text: string, a: Amount): Quantity['whichever'] {
  const from = Math.max(0, ...['. ', '。', '；'].map((end) => text.lastIndexOf(end, a.start)));
  const rest = text.slice(a.end);
  const stop = rest.search(/\.\s+\p{Lu}|。/u);
  const sentence = text.slice(from, stop < 0 ? text.length : a.end + stop);
  if (HIGHER.test(sentence)) return 'higher';
  return LOWER.test(sentence) ? 'lower' : undefined;
}

/** The same unit for another number: durations carry their number in the unit. */
function unitsOf(a: Amount): (value: number) => Pick<Amount, 'value' | 'unit'> {
  if (a.kind !== 'duration') return (value) => ({ value, unit: a.unit });
  const designator = a.unit.startsWith('PT') ? `T${a.unit.at(-1)}` : (a.unit.at(-1) ?? 'D');
  return (value) => duration(value, designator);
}

/** Of amounts that overlap the earlier in the list stands; the same amount again in brackets ('ten days (10 days)') is one. */
function distinct(all: readonly Amount[]): Amount[] {
  const out: Amount[] = [];
  for (const a of all) {
    if (out.some((o) => o.start < a.end && a.start < o.end)) continue;
    const twin = out.find(
      (o) => o.kind === a.kind && o.value === a.value && o.unit === a.unit && Math.abs(a.start - o.end) <= 2,
    );
    if (twin === undefined) out.push(a);
  }
  return out;
}
