import type { Quantity } from '../../model/index.js';
import {
  ADDRESSEE,
  AUTHORITY,
  CONDITION,
  EXCEPTION,
  HARD,
  MODALITY,
  OFFICES_READ,
  SCOPED,
  TRIGGER,
} from './profile.js';

type Profile = ArrayLike<number>;
type Range = { readonly from: number; readonly to: number };

/**
 * Gower distance in [0,1] of two profiles: the mean of the distances of modality, force and addressee, and of those of condition, exception,
 * authority, trigger and quantity that say something. Several values a side compare by total variation, which is simple matching for single ones.
 * What neither side has is left out, as Gower does for dichotomies whose joint absence means nothing; so is what was not looked for on a side.
 * @see Gower, J. C. (1971), A general coefficient of similarity and some of its properties, Biometrics 27(4).
 */
export function gower(a: Profile, b: Profile, quantity: number | null, at = 0, bt = 0): number {
  let sum = Math.abs((a[at + HARD] ?? 0) - (b[bt + HARD] ?? 0));
  sum += variation(a, b, at, bt, MODALITY, 1, 1) + variation(a, b, at, bt, ADDRESSEE, 1, 1);
  let parts = 3;
  const add = (distance: number) => {
    if (Number.isNaN(distance)) return;
    sum += distance;
    parts++;
  };
  add(presence(a, b, at, bt, CONDITION, SCOPED));
  add(presence(a, b, at, bt, EXCEPTION, SCOPED));
  add(presence(a, b, at, bt, AUTHORITY, OFFICES_READ));
  add(variation(a, b, at, bt, TRIGGER, total(a, at, TRIGGER), total(b, bt, TRIGGER)));
  if (quantity !== null) add(quantity);
  return Math.min(1, sum / parts);
}

/** Difference of the shares that have something among those read for it; NaN where a side was not read or neither has it. */
function presence(a: Profile, b: Profile, at: number, bt: number, place: number, read: number): number {
  const x = (a[at + place] ?? 0) / (a[at + read] ?? 0);
  const y = (b[bt + place] ?? 0) / (b[bt + read] ?? 0);
  return x === 0 && y === 0 ? Number.NaN : Math.abs(x - y);
}

/** Total variation of the shares in a range, each side's over its sum; NaN where a side has none. */
function variation(a: Profile, b: Profile, at: number, bt: number, range: Range, ofA: number, ofB: number): number {
  if (ofA === 0 || ofB === 0) return Number.NaN;
  let sum = 0;
  for (let i = range.from; i < range.to; i++) sum += Math.abs((a[at + i] ?? 0) / ofA - (b[bt + i] ?? 0) / ofB);
  return sum / 2;
}

function total(profile: Profile, at: number, range: Range): number {
  let sum = 0;
  for (let i = range.from; i < range.to; i++) sum += profile[at + i] ?? 0;
  return sum;
}

/**
 * Distance of two sides' greatest quantities in [0,1], averaged over the kinds and units that both state: difference over the
 * greater of the two. Null where they share none: amounts in two currencies are not compared.
 */
export function quantityDistance(a: readonly Quantity[], b: readonly Quantity[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const left = greatest(a);
  const right = greatest(b);
  let sum = 0;
  let shared = 0;
  for (const [key, x] of left) {
    const y = right.get(key);
    if (y === undefined) continue;
    shared++;
    const top = Math.max(x, y);
    sum += top === 0 ? 0 : Math.abs(x - y) / top;
  }
  return shared === 0 ? null : sum / shared;
}

/** The greatest amount of each kind and unit (durations in days), by `kind unit`. */
export function greatest(quantities: readonly Quantity[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const q of quantities) {
    const key = q.kind === 'duration' ? 'duration' : `${q.kind} ${q.unit}`;
    const value = Math.abs(q.kind === 'duration' ? (days(q.unit) ?? q.value) : q.value);
    best.set(key, Math.max(best.get(key) ?? 0, value));
  }
  return best;
}

/** Days of an ISO 8601 duration (a year 365, a month 30); null where it is none. */
export function days(duration: string): number | null {
  const m = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (m === null) return null;
  const n = (i: number) => Number(m[i] ?? 0);
  return n(1) * 365 + n(2) * 30 + n(3) * 7 + n(4) + n(5) / 24 + n(6) / 1440 + n(7) / 86400;
}
