import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CodedInstrument, Provision } from '../../model/index.js';
import type { ReportOptions } from '../../pipeline/index.js';
import { buildLunr, lunrFile, type PortablePassage, passages } from '../../search/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';

type PortableSearch = NonNullable<ReportOptions['index']>;

const shippedWith = createRequire(import.meta.url);

/**
 * Returns the index that a report folder carries: every article of statutes and the like, and of agreements (whose hundreds
 * of articles are mostly on trade in goods) those that hold a code. lunr's own browser file comes with it.
 */
export function portableSearch(
  coded: readonly CodedInstrument[],
  onInstrument: (id: string) => void = () => undefined,
): PortableSearch {
  return { ...buildLunr(passagesIn(coded, onInstrument)), lunr: readFileSync(lunrFile(), 'utf8') };
}

function* passagesIn(coded: readonly CodedInstrument[], onInstrument: (id: string) => void): Iterable<PortablePassage> {
  for (const c of coded) {
    const { id } = c.instrument.metadata;
    for (const passage of passages(searchedPart(c), c.annotations)) yield { instrument: id, passage };
    onInstrument(id);
  }
}

/** Outlines of countries at 1:50 million (Natural Earth by way of world-atlas). */
export function outlines(): NonNullable<ReportOptions['world']> {
  return JSON.parse(readFileSync(shippedWith.resolve('world-atlas/countries-50m.json'), 'utf8'));
}

function searchedPart({ instrument, annotations }: CodedInstrument): CodedInstrument['instrument'] {
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
