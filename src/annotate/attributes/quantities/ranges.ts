import type { Quantity } from '../../../model/index.js';
import { type Numeral, scaleOf } from './numerals.js';

/** A quantity before its bounds are read; places are in the text it was found in. */
export interface Amount {
  readonly kind: Quantity['kind'];
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  /** The number itself: words before and after it may bound it. */
  readonly number: Numeral;
}

/** What joins the two numbers of a range whose unit stands only once: 'five to ten years', 'five 以上 ten'. */
const JOINT =
  /^\s*(?:to|or|and|but|–|-|至|から|내지|a|à|bis|y|e|以上)\s*(?:(?:not|no) (?:more|greater|less) than|not exceeding|no m[áa]s de|não superior a)?\s*$/iu;
const CLEAR_JOINT = /\b(?:to|bis)\b|至|から|내지|[–-]|以上|not (?:more|exceed)/u;
/** 'and' joins a range only after words that open one. */
const OPENS_RANGE = /(?:between|from|not less than|no less than|at least|entre|de|desde|zwischen|von|minimum of)\s*$/iu;

/** The lesser end of a range that the amount closes, in the same unit; null where the number before it belongs to no range. */
export function lesserEnd(
  text: string,
  amount: Amount,
  before: Numeral | undefined,
  make: (value: number) => Pick<Amount, 'value' | 'unit'>,
): Amount | null {
  if (before === undefined || before.isArticle || before.end > amount.start) return null;
  const joint = text.slice(before.end, amount.start);
  if (!JOINT.test(joint)) return null;
  const value = scaleOf(before.text) > 1 ? before.value : before.value * scaleOf(amount.number.text);
  if (value >= amount.number.value) return null;
  if (!CLEAR_JOINT.test(joint) && !OPENS_RANGE.test(text.slice(Math.max(0, before.start - 24), before.start)))
    return null;
  return { ...amount, ...make(value), start: before.start, end: before.end, number: before };
}
