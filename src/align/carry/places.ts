import type { Instrument, Provision } from '../../model/index.js';
import { fullText } from '../../text/provisions.js';
import { jaccard, shingles } from '../lineage/shingles.js';

/** What became of a provision in a new version of its instrument. */
export type Fate =
  /** The same place and the same words. */
  | 'kept'
  /** The same place, other words. */
  | 'reworded'
  /** Elsewhere, its words the same or nearly. */
  | 'moved'
  /** Several provisions of the new version are equally like it. */
  | 'ambiguous'
  /** Nothing in the new version is like it. */
  | 'orphaned';

/** Where a provision stands in the new version; `to` is null where that is not known, `among` lists what an ambiguous one may be. */
export interface Place {
  readonly from: Provision;
  readonly fate: Fate;
  readonly to: Provision | null;
  /** Character 5-gram Jaccard with `to`, or with the nearest there is, in [0,1]. */
  readonly likeness: number;
  readonly among: readonly Provision[];
}

/** A provision at the same place that kept less than this of its words is another rule under the old number. */
const SAME_PLACE = 0.5;
/** A provision elsewhere must be this like to be the same one. */
const ELSEWHERE = 0.6;
/** Two candidates nearer to each other than this cannot be told apart. */
const MARGIN = 0.05;

/** Says for each of the given provisions of the old version where it stands in the new one. */
export function places(old: Instrument, now: Instrument, asked: Iterable<string>): ReadonlyMap<string, Place> {
  const alive = now.provisions.filter((p) => p.status !== 'repealed' && p.status !== 'omitted');
  const byEId = new Map(alive.map((p) => [p.eId, p]));
  const words = new Map(alive.map((p) => [p, key(now, p)]));
  const byWords = new Map<string, Provision[]>();
  for (const [p, k] of words) byWords.set(k, [...(byWords.get(k) ?? []), p]);
  const grams = new Map<Provision, Uint32Array>();
  const gramsOf = (p: Provision) => {
    const made = grams.get(p) ?? shingles(bare(now, p));
    grams.set(p, made);
    return made;
  };
  const wanted = new Set(asked);
  const found = new Map<string, Place>();
  for (const from of old.provisions) if (wanted.has(from.eId)) found.set(from.eId, placeOf(from));
  return found;

  function placeOf(from: Provision): Place {
    const own = key(old, from);
    const there = byEId.get(from.eId) ?? null;
    if (there !== null && words.get(there) === own) return { from, fate: 'kept', to: there, likeness: 1, among: [] };
    const same = (byWords.get(own) ?? []).filter((p) => p.kind === from.kind);
    if (same.length === 1 && same[0] !== undefined) return { from, fate: 'moved', to: same[0], likeness: 1, among: [] };
    if (same.length > 1) return { from, fate: 'ambiguous', to: null, likeness: 1, among: same };
    const mine = shingles(bare(old, from));
    const ranked = alive
      .filter((p) => p.kind === from.kind)
      .map((p) => ({ p, likeness: jaccard(mine, gramsOf(p)) }))
      .sort((a, b) => b.likeness - a.likeness || a.p.span.start - b.p.span.start);
    const [first, second] = ranked;
    const here = ranked.find((r) => r.p === there);
    const best = first?.likeness ?? 0;
    if (here !== undefined && here.likeness >= SAME_PLACE && best - here.likeness < MARGIN)
      return { from, fate: 'reworded', to: here.p, likeness: rounded(here.likeness), among: [] };
    if (first === undefined || best < ELSEWHERE) {
      const isThere = here !== undefined && here.likeness >= SAME_PLACE;
      return isThere
        ? { from, fate: 'reworded', to: here.p, likeness: rounded(here.likeness), among: [] }
        : { from, fate: 'orphaned', to: null, likeness: rounded(best), among: [] };
    }
    if (second !== undefined && best - second.likeness < MARGIN) {
      const among = ranked.filter((r) => best - r.likeness < MARGIN).map((r) => r.p);
      return { from, fate: 'ambiguous', to: null, likeness: rounded(best), among };
    }
    return { from, fate: first.p === there ? 'reworded' : 'moved', to: first.p, likeness: rounded(best), among: [] };
  }
}

/** The words without the number: a renumbered provision says the same. */
function bare(instrument: Instrument, p: Provision): string {
  const text = fullText(instrument, p);
  return p.numSpan === null ? text : text.slice(Math.max(0, p.numSpan.end - p.span.start));
}

const key = (instrument: Instrument, p: Provision) =>
  bare(instrument, p)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const rounded = (x: number) => Math.round(x * 1e4) / 1e4;
