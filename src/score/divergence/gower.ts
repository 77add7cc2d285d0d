import type { Addressee, ClauseAnnotation, Modality, Quantity } from '../../model/index.js';

const MODALITIES: readonly Modality[] = [
  'obligation',
  'prohibition',
  'permission',
  'right',
  'power',
  'definition',
  'statement',
];
const ADDRESSEES: readonly Addressee[] = [
  'controller',
  'processor',
  'authority',
  'state',
  'individual',
  'provider',
  'court',
  'other',
];

/** Numbers a profile holds: share of hard rules, then shares of the modalities, then of the addressees. */
export const PROFILE_SIZE = 1 + MODALITIES.length + ADDRESSEES.length;

/** Place of a modality's share in a profile. */
export const modalityAt = (modality: Modality): number => 1 + MODALITIES.indexOf(modality);
/** Place of an addressee's share in a profile. */
export const addresseeAt = (addressee: Addressee): number => 1 + MODALITIES.length + ADDRESSEES.indexOf(addressee);

/** How the provisions behind one code are made, as shares that sum to 1 a group; zeros for no provisions. */
export function profileOf(annotations: readonly ClauseAnnotation[]): Float64Array {
  const shares = new Float64Array(PROFILE_SIZE);
  for (const a of annotations) {
    const add = (at: number) => {
      shares[at] = (shares[at] ?? 0) + 1 / annotations.length;
    };
    if (a.force === 'hard') add(0);
    add(modalityAt(a.modality));
    add(addresseeAt(a.addressee));
  }
  return shares;
}

/**
 * Gower distance in [0,1]: the mean of the distances of modality, force, addressee and (where both sides state a quantity of
 * one kind and unit) quantities. Several values a side compare by total variation, which is simple matching for single ones.
 * @see Gower, J. C. (1971), A general coefficient of similarity and some of its properties, Biometrics 27(4).
 */
export function gower(a: ArrayLike<number>, b: ArrayLike<number>, quantity: number | null, at = 0, bt = 0): number {
  let modality = 0;
  let addressee = 0;
  const edge = 1 + MODALITIES.length;
  for (let i = 1; i < edge; i++) modality += Math.abs((a[at + i] ?? 0) - (b[bt + i] ?? 0));
  for (let i = edge; i < PROFILE_SIZE; i++) addressee += Math.abs((a[at + i] ?? 0) - (b[bt + i] ?? 0));
  const force = Math.abs((a[at] ?? 0) - (b[bt] ?? 0));
  const sum = force + modality / 2 + addressee / 2;
  return Math.min(1, quantity === null ? sum / 3 : (sum + quantity) / 4);
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
