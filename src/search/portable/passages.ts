import type { CodedInstrument, Instrument, Provision } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import { passages } from '../passages.js';
import type { PortablePassage } from './build.js';

/**
 * Yields what a portable index is built from: every article of statutes and the like, and of agreements (whose hundreds of
 * articles are mostly on trade in goods) those that hold a code, each with the pinpoints inside it.
 */
export function* portablePassages(
  coded: Iterable<CodedInstrument>,
  onInstrument: (id: string) => void = () => undefined,
): Generator<PortablePassage> {
  for (const c of coded) {
    const { id, identifiers } = c.instrument.metadata;
    const made = passages(searchedPart(c), c.annotations);
    const inside = pinpointsIn(c.instrument, new Set(made.map((p) => p.eId)));
    for (const passage of made)
      yield { instrument: id, passage, identifiers, pinpoints: inside.get(passage.eId) ?? [] };
    onInstrument(id);
  }
}

function searchedPart({ instrument, annotations }: CodedInstrument): Instrument {
  const { kind } = instrument.metadata;
  if (kind !== 'agreement' && kind !== 'convention') return instrument;
  const map = byEId(instrument);
  const units = new Set<Provision>();
  for (const a of annotations) {
    const at = map.get(a.provision.eId);
    if (at !== undefined) units.add(basicUnitOf(instrument, at) ?? at);
  }
  const spans = [...units].map((u) => u.span);
  const isWanted = (p: Provision): boolean =>
    // A division has its headings to give; everything else must lie in a coded article.
    p.tier === 'division' || spans.some((s) => p.span.start >= s.start && p.span.end <= s.end);
  return { ...instrument, provisions: instrument.provisions.filter(isWanted) };
}

/** The citations of the units inside each passage, in document order. */
function pinpointsIn(instrument: Instrument, found: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const map = byEId(instrument);
  const inside = new Map<string, string[]>();
  for (const p of instrument.provisions) {
    if (p.citation === null || found.has(p.eId)) continue;
    let above = p.parent;
    while (above !== null && !found.has(above)) above = map.get(above)?.parent ?? null;
    if (above !== null) inside.set(above, [...(inside.get(above) ?? []), p.citation]);
  }
  return inside;
}
