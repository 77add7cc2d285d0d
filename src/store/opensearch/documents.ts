import type { ClauseAnnotation, Excerpt, IndexedPassage, Instrument, Provision } from '../../model/index.js';
import { ancestry } from '../../text/provisions.js';

/** A law as it is loaded: with the codings that stand and its passages. */
export interface LawToIndex {
  readonly instrument: Instrument;
  readonly annotations: readonly ClauseAnnotation[];
  readonly passages: readonly IndexedPassage[];
}

/** A document with the id under which a second sending replaces the first. */
export interface RemoteDocument {
  readonly id: string;
  readonly source: Readonly<Record<string, unknown>>;
}

/** Words and units of a division that is kept to be cited: more would hold every article twice. */
const MOST_HEAD_LENGTH = 2_000;
const MOST_HEAD_UNITS = 400;

export const passageId = (instrument: string, eId: string): string => `${instrument} ${eId}`;
export const lawId = (instrument: string): string => `law ${instrument}`;

/** The law's own document: sent when all others are there. */
export function lawDocument({ instrument: { metadata, format } }: LawToIndex): RemoteDocument {
  return { id: lawId(metadata.id), source: { type: 'law', instrument: metadata.id, metadata, format } };
}

/** The passages of a law, then the divisions outside of them. */
export function* unitDocuments({ instrument, annotations, passages }: LawToIndex): Generator<RemoteDocument> {
  const { provisions, metadata } = instrument;
  const places = new Map(provisions.map((p, i) => [p.eId, i]));
  const covered = new Set<string>();
  for (const passage of passages) {
    const at = places.get(passage.eId) ?? -1;
    const unit = provisions[at];
    if (unit === undefined) continue;
    const units = [unit, ...insideOf(provisions, at, unit)];
    for (const { eId } of units) covered.add(eId);
    const own = annotations.filter((a) => units.some((u) => u.eId === a.provision.eId));
    const { headingTerms, contextTerms, bodyTerms, definitionTerms, titleTerms, ...facts } = passage;
    const { eId: _eId, year, ...hit } = facts;
    yield {
      id: passageId(metadata.id, passage.eId),
      source: {
        type: 'passage',
        ...placeOf(instrument, unit, at, units),
        instrumentName: metadata.id.toLowerCase(),
        kind: passage.kind,
        language: passage.language,
        languages: languagesOf(passage.language),
        jurisdictions: passage.jurisdictions,
        jurisdictionList: passage.jurisdictions.join(' '),
        year,
        date: passage.date,
        codes: passage.codes,
        forces: passage.forces,
        isCoded: passage.codes.length > 0,
        terms: {
          heading: headingTerms,
          context: contextTerms,
          body: bodyTerms,
          definition: definitionTerms,
          title: titleTerms,
        },
        hit,
        excerpt: excerptOf(instrument, unit, units.slice(1), unit.span.end),
        annotations: { list: own },
      },
    };
  }
  for (const [at, unit] of provisions.entries()) {
    if (covered.has(unit.eId)) continue;
    const inside = insideOf(provisions, at, unit).slice(0, MOST_HEAD_UNITS);
    const end = Math.min(unit.span.end, unit.span.start + MOST_HEAD_LENGTH);
    yield {
      id: passageId(metadata.id, unit.eId),
      source: {
        type: 'head',
        ...placeOf(instrument, unit, at, [unit]),
        excerpt: excerptOf(instrument, unit, inside, end),
      },
    };
  }
}

/** Provisions are kept parents first, so those inside follow until one begins where the unit ends. */
function insideOf(provisions: readonly Provision[], at: number, unit: Provision): Provision[] {
  const inside: Provision[] = [];
  for (let i = at + 1; i < provisions.length; i += 1) {
    const p = provisions[i];
    if (p === undefined || p.span.start >= unit.span.end) break;
    inside.push(p);
  }
  return inside;
}

/** What a citation or an eId is looked up by. */
function placeOf({ metadata }: Instrument, unit: Provision, ordinal: number, units: readonly Provision[]): object {
  const citations = [...new Set(units.flatMap((u) => u.citation ?? []))];
  return {
    instrument: metadata.id,
    eId: unit.eId,
    ordinal,
    length: unit.span.end - unit.span.start,
    eIds: units.map((u) => u.eId),
    citations,
    tails: [...new Set(citations.flatMap(tailsOf))],
  };
}

/** `Annex.8.84` is also asked for as `8.84` and `84`. */
function tailsOf(citation: string): string[] {
  return [...citation.matchAll(/[./]/g)].map((m) => citation.slice(m.index + 1));
}

function excerptOf(
  law: Instrument,
  unit: Provision,
  inside: readonly Provision[],
  end: number,
): Omit<Excerpt, 'metadata'> {
  const above = ancestry(law, unit).slice(1).reverse();
  const { start } = unit.span;
  return { provisions: [...above, unit, ...inside], words: law.text.slice(start, end), from: start };
}

/** `zh-Hant` is found by `zh` too; `en+nl` is a text in two languages. */
function languagesOf(language: string): string[] {
  return language
    .toLowerCase()
    .split('+')
    .flatMap((tag) => tag.split('-').map((_, i, parts) => parts.slice(0, i + 1).join('-')));
}
