import type { ClauseAnnotation, Codebook, CodedInstrument, InstrumentMetadata } from '../model/index.js';
import { couldHold } from '../text/coverage.js';
import { isBound } from './unions.js';

/** A text that was read, with annotations or without: what could have held a rule. */
export type CoveredText = Pick<InstrumentMetadata, 'id' | 'jurisdictions' | 'kind' | 'language' | 'completeness'> &
  Partial<Pick<InstrumentMetadata, 'made' | 'inForce' | 'repealed' | 'status'>>;

/** A side of the comparison with the texts that speak for it. */
export interface Side {
  readonly id: string;
  /** `law`: has statutes of its own; `treaty`: bound only by treaties or a union's law; `pole`: an archetype. */
  readonly class: 'law' | 'treaty' | 'pole';
  /** Code → its annotations, best confidence first. */
  readonly annotations: ReadonlyMap<string, readonly ClauseAnnotation[]>;
  /** Codes that some text of this side could hold. */
  readonly covers: ReadonlySet<string>;
}

/** Instruments or jurisdictions (archetypes always apart) as sides, sorted by id. */
export function makeSides(
  coded: readonly CodedInstrument[],
  covered: readonly CoveredText[],
  codebook: Codebook,
  between: 'instruments' | 'jurisdictions',
  asOf: string | null,
): readonly Side[] {
  const annotations = new Map(coded.map((c) => [c.instrument.metadata.id, c.annotations]));
  const texts = new Map<string, CoveredText>(covered.map((t) => [t.id, t]));
  for (const c of coded) texts.set(c.instrument.metadata.id, c.instrument.metadata);
  const all = [...texts.values()].filter((t) => between === 'instruments' || isAlive(t, asOf)).sort(byId);
  const byHand = new Set(coded.filter((c) => isReadByPerson(c.annotations)).map((c) => c.instrument.metadata.id));
  const speaksFor = between === 'instruments' ? 'itself' : 'jurisdictions';
  const shows = (t: CoveredText, code: Codebook['codes'][number]) =>
    couldHold({ ...t, isReadByPerson: byHand.has(t.id) }, code, speaksFor);
  const make = (id: string, mine: readonly CoveredText[], kind: Side['class']): Side => ({
    id,
    class: kind,
    annotations: group(mine.flatMap((t) => annotations.get(t.id) ?? [])),
    covers: new Set(codebook.codes.filter((c) => mine.some((t) => shows(t, c))).map((c) => c.id)),
  });
  if (between === 'instruments') {
    return all
      .filter((t) => (annotations.get(t.id)?.length ?? 0) > 0)
      .map((t) => make(t.id, [t], t.kind === 'archetype' ? 'pole' : t.kind === 'agreement' ? 'treaty' : 'law'));
  }
  const poles = all.filter((t) => t.kind === 'archetype').map((t) => make(t.id, [t], 'pole'));
  const real = all.filter((t) => t.kind !== 'archetype');
  const names = [...new Set(real.flatMap((t) => t.jurisdictions))].sort();
  const sides = names.map((name) => {
    const own = real.some((t) => isStatute(t) && t.jurisdictions.includes(name));
    return make(
      name,
      real.filter((t) => isBound(name, t.jurisdictions, asOf)),
      own ? 'law' : 'treaty',
    );
  });
  return [...poles, ...sides].sort(byId);
}

/** Above this many sides, pairs that only treaties could fill are left to alignments and archetypes. */
export const FULL_PAIRS = 150;

/**
 * The pairs worth comparing, each once, left before right by id. All of them for up to `FULL_PAIRS` instruments; beyond, and always between
 * jurisdictions, a side with nothing but treaties is compared with archetypes and with sides that `linked` names.
 */
export function pairSides(
  sides: readonly Side[],
  between: 'instruments' | 'jurisdictions',
  linked: (left: string, right: string) => boolean,
): readonly (readonly [Side, Side])[] {
  const speaking = sides.filter((s) => s.annotations.size > 0);
  const isFull = between === 'instruments' && speaking.length <= FULL_PAIRS;
  const isPaired = (a: Side, b: Side) => {
    if (isFull || a.class === 'pole' || b.class === 'pole') return true;
    if (a.class === 'law' && b.class === 'law') return true;
    return between === 'instruments' && linked(a.id, b.id);
  };
  return speaking.flatMap((a, i) => speaking.slice(i + 1).flatMap((b) => (isPaired(a, b) ? [[a, b] as const] : [])));
}

/** In force on the date as far as the dates tell; without a date: not repealed. Treaties signed but not in force stay in. */
export function isAlive(text: CoveredText, asOf: string | null): boolean {
  if (text.kind === 'archetype') return true;
  const repealed = text.repealed ?? null;
  if (asOf === null) return repealed === null && text.status !== 'repealed';
  const since = text.inForce ?? text.made ?? null;
  return (since === null || since <= asOf) && (repealed === null || repealed > asOf);
}

const isStatute = (t: CoveredText) => t.kind === 'statute' || t.kind === 'regulation';

const isReadByPerson = (annotations: readonly ClauseAnnotation[]) =>
  annotations.length > 0 && annotations.every((a) => a.annotator.startsWith('human:'));

function group(annotations: readonly ClauseAnnotation[]): Map<string, ClauseAnnotation[]> {
  const grouped = new Map<string, ClauseAnnotation[]>();
  for (const a of annotations) {
    const list = grouped.get(a.code);
    if (list === undefined) grouped.set(a.code, [a]);
    else list.push(a);
  }
  for (const list of grouped.values()) list.sort(bestFirst);
  return grouped;
}

function bestFirst(a: ClauseAnnotation, b: ClauseAnnotation): number {
  return (
    b.confidence - a.confidence ||
    compare(a.provision.instrument, b.provision.instrument) ||
    a.span.start - b.span.start
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }) => compare(a.id, b.id);
