import type { Excerpt, Instrument, Provision, Span } from '../model/index.js';

type Provisions = Pick<Instrument, 'provisions'>;

/** The provision's own words (chapeau and closing words), pieces joined by a space; '' where it has none. */
export function ownText(instrument: Instrument, provision: Provision): string {
  return provision.ownSpans.map((s) => instrument.text.slice(s.start, s.end)).join(' ');
}

/** All words of the provision, children included, as printed. */
export function fullText(instrument: Instrument, provision: Provision): string {
  return instrument.text.slice(provision.span.start, provision.span.end);
}

/** The words of a span of the law, as far as the excerpt holds them. */
export function wordsIn({ words, from }: Excerpt, span: Span): string {
  return words.slice(Math.max(0, span.start - from), Math.max(0, span.end - from));
}

/** A map from eId to provision, built once per instrument and kept. */
export function byEId(instrument: Provisions): ReadonlyMap<string, Provision> {
  let map = maps.get(instrument);
  if (map === undefined) {
    map = new Map(instrument.provisions.map((p) => [p.eId, p]));
    maps.set(instrument, map);
  }
  return map;
}
const maps = new WeakMap<Provisions, ReadonlyMap<string, Provision>>();

/** Lets `byEId` answer by this map: for an instrument whose provisions are read from disk as they are asked for. */
export function lookUpBy(instrument: Provisions, map: ReadonlyMap<string, Provision>): void {
  maps.set(instrument, map);
}

/** The provision itself and its ancestors, innermost first. */
export function ancestry(instrument: Provisions, provision: Provision): readonly Provision[] {
  const map = byEId(instrument);
  const chain: Provision[] = [];
  let at: Provision | undefined = provision;
  while (at !== undefined) {
    chain.push(at);
    at = at.parent === null ? undefined : map.get(at.parent);
  }
  return chain;
}

/** The article or section that holds the provision (itself if it is one); null outside basic units. */
export function basicUnitOf(instrument: Provisions, provision: Provision): Provision | null {
  return ancestry(instrument, provision).find((p) => p.tier === 'basic') ?? null;
}
