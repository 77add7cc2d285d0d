import type { ClauseAnnotation } from '../../model/index.js';
import { ADDRESSEES, MODALITIES } from '../../text/attributes.js';
import { TRIGGERS } from './triggers.js';

/** Where the numbers of each element stand in a profile; all are shares of the provisions behind the code. */
export const HARD = 0;
export const MODALITY = { from: 1, to: 1 + MODALITIES.length } as const;
export const ADDRESSEE = { from: MODALITY.to, to: MODALITY.to + ADDRESSEES.length } as const;
/** Share whose conditions and exceptions were looked for, then of those that have some. */
export const SCOPED = ADDRESSEE.to;
export const CONDITION = SCOPED + 1;
export const EXCEPTION = SCOPED + 2;
/** Share in whose words authorities can be recognised, then of those that give one a part. */
export const OFFICES_READ = SCOPED + 3;
export const AUTHORITY = SCOPED + 4;
export const TRIGGER = { from: SCOPED + 5, to: SCOPED + 5 + TRIGGERS.length } as const;
export const PROFILE_SIZE = TRIGGER.to;

/** What one provision adds to a profile: places and amounts. */
export type Marks = readonly (readonly [place: number, amount: number])[];

/** What is read in the words of a provision beside its coding; null where its language could not be read for it. */
export interface WordsRead {
  readonly givesAuthorityAPart: boolean | null;
  /** Numbers of `TRIGGERS` named in its conditions. */
  readonly triggers: readonly number[];
}

/** The marks of a provision under a code. */
export function marksOf(annotation: ClauseAnnotation, read: WordsRead): Marks {
  const { conditions, exceptions, force, modality, addressee } = annotation;
  const marks: [number, number][] = [
    [MODALITY.from + MODALITIES.indexOf(modality), 1],
    [ADDRESSEE.from + ADDRESSEES.indexOf(addressee), 1],
  ];
  if (force === 'hard') marks.push([HARD, 1]);
  if (conditions !== undefined && exceptions !== undefined) {
    marks.push([SCOPED, 1]);
    if (conditions.length > 0) marks.push([CONDITION, 1]);
    if (exceptions.length > 0) marks.push([EXCEPTION, 1]);
  }
  const isOfficial = addressee === 'authority' || read.givesAuthorityAPart === true;
  if (isOfficial || read.givesAuthorityAPart !== null) marks.push([OFFICES_READ, 1]);
  if (isOfficial) marks.push([AUTHORITY, 1]);
  for (const trigger of read.triggers) marks.push([TRIGGER.from + trigger, 1 / read.triggers.length]);
  return marks;
}

/** How the provisions behind one code are made, each with an equal share; zeros for no provisions. */
export function profileOf(provisions: readonly Marks[]): Float64Array {
  const profile = new Float64Array(PROFILE_SIZE);
  for (const marks of provisions) addMarks(profile, 0, marks, 1 / provisions.length);
  return profile;
}

/** Adds a provision's share to the profile that begins at `at`. */
export function addMarks(profile: Float64Array | Float32Array, at: number, marks: Marks, share: number): void {
  for (const [place, amount] of marks) profile[at + place] = (profile[at + place] ?? 0) + share * amount;
}
