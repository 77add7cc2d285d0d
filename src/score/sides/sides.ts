import type { ClauseAnnotation, Codebook, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { couldHold, isTreatyMatter } from '../../text/coverage.js';
import { binds, type CoveredText, isJurisdiction, isTreaty, standing } from './force.js';
import { holdersFor } from './unions.js';

/** A coding below this is heard in the interval only, not in the stance: more likely wrong than right. */
export const HEARD = 0.5;

/** A side of the comparison with the texts that speak for it. */
export interface Side {
  readonly id: string;
  /** `law`: has statutes of its own; `treaty`: bound only by treaties or a union's law; `pole`: an archetype. */
  readonly class: 'law' | 'treaty' | 'pole';
  /** Code → its annotations, best confidence first. */
  readonly annotations: ReadonlyMap<string, readonly ClauseAnnotation[]>;
  /** Codes that some text of this side could hold. */
  readonly covers: ReadonlySet<string>;
  /** Code → where a text that is no law on the date (not yet, or no longer) has it. */
  readonly dormant: ReadonlyMap<string, readonly ProvisionRef[]>;
  /** The texts that speak for it. */
  readonly texts: readonly string[];
}

/** What was asked before: from year to year a series meets the same texts again and again. */
export interface SpokenBefore {
  /** What texts say together, by the side and its texts. */
  readonly together: Map<string, Pick<Side, 'annotations' | 'covers'>>;
  /** The codes that a text could hold, by who is asked and the text: an agreement speaks for each of its parties. */
  readonly shown: Map<string, ReadonlySet<string>>;
}

/** Instruments or jurisdictions (archetypes always apart) as sides, sorted by id; of the jurisdictions only those in `only`, where it is given. */
export function makeSides(
  coded: readonly CodedInstrument[],
  covered: readonly CoveredText[],
  codebook: Codebook,
  between: 'instruments' | 'jurisdictions',
  asOf: string | null,
  spokenBefore: SpokenBefore = { together: new Map(), shown: new Map() },
  only: ReadonlySet<string> | null = null,
): readonly Side[] {
  const annotations = new Map(coded.map((c) => [c.instrument.metadata.id, c.annotations]));
  const texts = new Map<string, CoveredText>(covered.map((t) => [t.id, t]));
  for (const c of coded) texts.set(c.instrument.metadata.id, c.instrument.metadata);
  const known = [...texts.values()].sort(byId);
  const all = known.filter((t) => between === 'instruments' || standing(t, asOf) === 'in-force');
  const asleep = known.filter((t) => between === 'jurisdictions' && standing(t, asOf) !== 'in-force');
  const [awakeFor, asleepFor] = [boundBy(all, asOf), boundBy(asleep, asOf)] as const;
  const byHand = new Set(coded.filter((c) => isReadByPerson(c.annotations)).map((c) => c.instrument.metadata.id));
  const speaksFor = between === 'instruments' ? 'itself' : 'jurisdictions';
  const { shown } = spokenBefore;
  const shows = (t: CoveredText): ReadonlySet<string> => {
    const key = `${between} ${t.id}`;
    const before = shown.get(key);
    if (before !== undefined) return before;
    const text = { ...t, isReadByPerson: byHand.has(t.id) };
    const made = new Set(codebook.codes.filter((c) => couldHold(text, c, speaksFor)).map((c) => c.id));
    shown.set(key, made);
    return made;
  };
  const spoken = (t: CoveredText) =>
    (annotations.get(t.id) ?? []).filter(
      (a) => between === 'instruments' || !isTreaty(t.kind) || isTreatyMatter(a.code),
    );
  const together = (id: string, mine: readonly CoveredText[]): Pick<Side, 'annotations' | 'covers'> => {
    const key = [between, id, ...mine.map((t) => t.id)].join('\n');
    const before = spokenBefore.together.get(key);
    if (before !== undefined) return before;
    const covers = new Set(mine.flatMap((t) => [...shows(t)]));
    const made = { annotations: group(mine.flatMap(spoken)), covers };
    spokenBefore.together.set(key, made);
    return made;
  };
  const make = (id: string, mine: readonly CoveredText[], kind: Side['class']): Side => {
    let dormant: Side['dormant'] | null = null;
    return {
      id,
      class: kind,
      ...together(id, mine),
      get dormant() {
        dormant ??= placesByCode(asleepFor(id).flatMap(spoken));
        return dormant;
      },
      texts: mine.map((t) => t.id),
    };
  };
  if (between === 'instruments') {
    return all
      .filter((t) => (annotations.get(t.id)?.length ?? 0) > 0)
      .map((t) => make(t.id, [t], t.kind === 'archetype' ? 'pole' : isTreaty(t.kind) ? 'treaty' : 'law'));
  }
  const poles = all.filter((t) => t.kind === 'archetype').map((t) => make(t.id, [t], 'pole'));
  const real = all.filter((t) => t.kind !== 'archetype');
  const everything = known.filter((t) => t.kind !== 'archetype');
  const names = [...new Set(everything.flatMap((t) => t.jurisdictions))]
    .filter((name) => isJurisdiction(name) && (only === null || only.has(name)))
    .sort();
  const lawgivers = new Set(real.filter(isStatute).flatMap((t) => t.jurisdictions));
  const sides = names.map((name) => make(name, awakeFor(name), lawgivers.has(name) ? 'law' : 'treaty'));
  return [...poles, ...sides].sort(byId);
}

/** Looks up which of some texts bind a jurisdiction, in their order: among those of its own and of its union's. Archetypes bind nobody. */
function boundBy(texts: readonly CoveredText[], asOf: string | null): (jurisdiction: string) => readonly CoveredText[] {
  const places = new Map<string, number[]>();
  for (const [at, { kind, jurisdictions }] of texts.entries()) {
    for (const holder of kind === 'archetype' ? [] : jurisdictions) {
      const list = places.get(holder);
      if (list === undefined) places.set(holder, [at]);
      else list.push(at);
    }
  }
  return (jurisdiction) => {
    const at = new Set(holdersFor(jurisdiction, asOf).flatMap((holder) => places.get(holder) ?? []));
    return [...at]
      .sort((a, b) => a - b)
      .flatMap((n) => texts[n] ?? [])
      .filter((t) => binds(t, jurisdiction, asOf));
  };
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

const isStatute = (t: CoveredText) => t.kind === 'statute' || t.kind === 'regulation';

const isReadByPerson = (annotations: readonly ClauseAnnotation[]) =>
  annotations.length > 0 && annotations.every((a) => a.annotator.startsWith('human:'));

/** Places with each code, the surest only: what sleeps is shown, not measured. */
function placesByCode(annotations: readonly ClauseAnnotation[]): Map<string, ProvisionRef[]> {
  const grouped = group(annotations.filter((a) => a.confidence >= HEARD));
  return new Map([...grouped].map(([code, list]) => [code, list.map((a) => a.provision)]));
}

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
