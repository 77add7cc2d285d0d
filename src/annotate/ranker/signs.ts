import type { Features } from './features.js';
import { PLACE_SIGNS } from './places.js';

/** Features of the cues of a code that are signs as they are; 0 where none fired. */
const CUE_SIGNS = ['own', 'lead', 'heading', 'context', 'against', 'strongest', 'several', 'rivals', 'own and heading'];
/** Features of the unit that are signs as they are. */
const UNIT_SIGNS = ['field:unit', 'field:article', 'field:chapter', 'field:instrument', 'long', 'kind:statute'];

/** Names of what the trees may ask of a claim, in the order of the numbers. */
export const SIGNS: readonly string[] = [
  ...PLACE_SIGNS,
  'stated in its own words',
  ...CUE_SIGNS.map((name) => `cues: ${name}`),
  ...UNIT_SIGNS,
];

/** What is the same for all claims of a unit: its field, length and kind. */
export function unitSigns(features: Features): Float64Array {
  return Float64Array.from(UNIT_SIGNS, (name) => features.get(name) ?? 0);
}

const NO_CUES = new Float64Array(CUE_SIGNS.length);

/** What the cues of the claimed code say; all 0 where none fired. */
export function cueSigns(cues: Features | null): Float64Array {
  return cues === null ? NO_CUES : Float64Array.from(CUE_SIGNS, (name) => cues.get(name) ?? 0);
}

/** A function that puts the signs of one claim together, in the order of `SIGNS`; `out` is filled and given back. */
export function signsOf(
  place: (i: number, c: number, out: Float64Array) => void,
  i: number,
  c: number,
  claim: {
    readonly isStated: boolean;
    readonly cues: Float64Array;
    readonly unit: Float64Array;
  },
): Float64Array {
  const out = new Float64Array(SIGNS.length);
  place(i, c, out);
  const at = PLACE_SIGNS.length;
  out[at] = claim.isStated ? 1 : 0;
  out.set(claim.cues, at + 1);
  out.set(claim.unit, at + 1 + CUE_SIGNS.length);
  return out;
}
