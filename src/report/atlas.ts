import type {
  Code,
  CodedInstrument,
  Instrument,
  InstrumentMetadata,
  Provision,
  ProvisionRef,
  Study,
} from '../model/index.js';
import { basicUnitOf, byEId } from '../text/provisions.js';
import { fileNames } from './names.js';
import { bodyOf } from './wording.js';

/** A provision found in the study. */
export interface Place {
  readonly instrument: Instrument;
  readonly provision: Provision;
}

/** A study with what every page and table asks of it: names, citations, words, and where the words are printed. */
export interface Atlas {
  readonly study: Study;
  /** Instruments that were read and in which no rule of the codebook was found. */
  readonly uncoded: readonly InstrumentMetadata[];
  readonly codes: ReadonlyMap<string, Code>;
  /** Sides in the order of tables: jurisdictions first, then archetypes. */
  readonly sides: readonly string[];
  place(ref: ProvisionRef): Place | null;
  /** Pinpoint with the instrument's short name: `GDPR 46(2)(c)`. The eId stands in for a provision without citation. */
  cite(ref: ProvisionRef): string;
  /** The provision's words without its own number and heading, blanks folded; '' where the study does not hold it. */
  words(ref: ProvisionRef): string;
  /** Its heading; '' where it has none. */
  heading(ref: ProvisionRef): string;
  /** Short name an instrument is cited by. */
  nameOf(instrument: string): string;
  /** Every name an instrument can be asked for: its aliases, its id, the id without its place. */
  namesOf(instrument: string): readonly string[];
  /** Data file that holds the words of an instrument's printed units. */
  textsFile(instrument: string): string;
  /** Page of an instrument or side from the report's root. */
  instrumentPage(instrument: string): string;
  sidePage(side: string): string;
  /** Address of the words from the report's root; null where the report has no page of the law. */
  href(ref: ProvisionRef): string | null;
  /** eIds of an instrument's provisions that a figure or table leads to, sorted. */
  citedIn(instrument: string): readonly string[];
  /** eIds of the units that the instrument's page prints in full, in document order. */
  printed(coded: CodedInstrument): readonly string[];
}

const LONGEST_TITLE_AS_NAME = 44;
/** Characters of a statute that is printed in full; of longer ones, and of agreements, only what is coded or cited. */
const LONGEST_WHOLE_LAW = 500_000;

/**
 * Returns the lookups over a study, and over what was read and holds no rule. A narrowed study may lead to a law that it has no page of (a
 * union's, the other side of a tension): `whole` is what citations and words are looked up in.
 */
export function atlasOf(study: Study, uncoded: readonly InstrumentMetadata[] = [], whole: Study = study): Atlas {
  const byId = new Map(whole.coded.map((c) => [c.instrument.metadata.id, c]));
  const known = new Map([...uncoded, ...whole.coded.map((c) => c.instrument.metadata)].map((m) => [m.id, m]));
  const pages = fileNames([...uncoded.map((m) => m.id), ...study.coded.map((c) => c.instrument.metadata.id)]);
  const sides = sidesOf(study);
  const sidePages = fileNames(sides);
  const cited = citedRefs(study);
  const place = (ref: ProvisionRef): Place | null => {
    const instrument = byId.get(ref.instrument)?.instrument;
    const provision = instrument === undefined ? undefined : byEId(instrument).get(ref.eId);
    return instrument === undefined || provision === undefined ? null : { instrument, provision };
  };
  const nameOf = (id: string): string => {
    const metadata = known.get(id);
    const short = metadata?.aliases[0];
    if (short !== undefined) return short;
    return metadata !== undefined && metadata.title.length <= LONGEST_TITLE_AS_NAME ? metadata.title : id;
  };
  const instrumentPage = (id: string): string => `instruments/${pages.get(id) ?? 'unknown'}.html`;
  return {
    study,
    uncoded,
    codes: new Map(study.codebook.codes.map((c) => [c.id, c])),
    sides,
    place,
    cite: (ref) => `${nameOf(ref.instrument)} ${place(ref)?.provision.citation ?? ref.eId}`,
    words: (ref) => {
      const at = place(ref);
      return at === null ? '' : bodyOf(at.instrument, at.provision);
    },
    heading: (ref) => place(ref)?.provision.heading ?? '',
    nameOf,
    namesOf: (id) => [...new Set([...(known.get(id)?.aliases ?? []), id, id.replace(/^[^/]*\//, '')])],
    textsFile: (id) => `data/texts/${pages.get(id) ?? 'unknown'}.js`,
    instrumentPage,
    sidePage: (side) => `jurisdictions/${sidePages.get(side) ?? 'unknown'}.html`,
    href: (ref) =>
      pages.has(ref.instrument) ? `${instrumentPage(ref.instrument)}#${encodeURIComponent(ref.eId)}` : null,
    citedIn: (id) => [...(cited.get(id) ?? [])].sort(),
    printed: (coded) => printedUnits(coded, cited.get(coded.instrument.metadata.id) ?? new Set()),
  };
}

/** Label of a code or another scope as a reader sees it: `transfer · adequacy`, `all codes`. */
export function scopeLabel(atlas: Atlas, scope: string): string {
  if (scope === 'all') return 'all codes';
  const code = atlas.codes.get(scope);
  return code === undefined ? scope : `${code.family} · ${code.label}`;
}

function sidesOf(study: Study): string[] {
  const sides = new Set([
    ...study.positions.map((p) => p.side),
    ...study.divergences.flatMap((d) => [d.left, d.right]),
  ]);
  return [...sides].sort((a, b) => Number(a.includes('/')) - Number(b.includes('/')) || (a < b ? -1 : 1));
}

/** Every provision that some figure or table leads to: its words must be on the instrument's page. */
function citedRefs(study: Study): ReadonlyMap<string, ReadonlySet<string>> {
  const refs = new Map<string, Set<string>>();
  const add = (ref: ProvisionRef | null): void => {
    if (ref === null) return;
    const set = refs.get(ref.instrument) ?? new Set<string>();
    refs.set(ref.instrument, set.add(ref.eId));
  };
  for (const a of study.alignments) {
    add(a.left);
    add(a.right);
  }
  for (const p of study.positions) p.provisions.forEach(add);
  for (const t of study.tensions) for (const ref of [t.left, t.right, t.reconciledBy]) add(ref);
  for (const row of study.concordances.flatMap((c) => c.rows)) {
    add(row.medoid);
    for (const cell of row.cells) cell.provisions.forEach(add);
  }
  return refs;
}

function printedUnits({ instrument, annotations }: CodedInstrument, cited: ReadonlySet<string>): string[] {
  const map = byEId(instrument);
  const units = new Set<string>();
  for (const eId of [...annotations.map((a) => a.provision.eId), ...cited]) {
    const provision = map.get(eId);
    if (provision !== undefined) units.add((basicUnitOf(instrument, provision) ?? provision).eId);
  }
  const { kind } = instrument.metadata;
  const isWhole = kind !== 'agreement' && kind !== 'convention' && instrument.text.length <= LONGEST_WHOLE_LAW;
  if (isWhole) for (const p of partsOf(instrument)) units.add(p.eId);
  return outermost([...units].flatMap((eId) => map.get(eId) ?? []));
}

/** eIds of the units that print an instrument whole: its articles, and what stands before and behind them (recitals, schedules), footnotes aside. */
export function wholeUnits(instrument: Instrument): readonly string[] {
  return outermost(partsOf(instrument));
}

function partsOf({ provisions }: Instrument): readonly Provision[] {
  const basic = provisions.filter((p) => p.tier === 'basic');
  const around = provisions.filter((p) => (p.tier === 'front' || p.tier === 'back') && p.kind !== 'footnote');
  const parts = [...basic, ...around];
  // A preamble that brackets recitals, or (in older pages) whole chapters, is printed by what it holds.
  return [...basic, ...around.filter((p) => !parts.some((q) => q !== p && encloses(p, q)))];
}

/** A unit inside another one is printed with it. In document order. */
function outermost(units: readonly Provision[]): string[] {
  const outer: Provision[] = [];
  for (const p of [...units].sort(inOrder)) {
    // Units are ordered by their beginnings and the wider first, so that only the last one kept can enclose the next.
    const last = outer.at(-1);
    if (last === undefined || !encloses(last, p)) outer.push(p);
  }
  return outer.map((p) => p.eId);
}

const inOrder = (a: Provision, b: Provision): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || a.depth - b.depth;

function encloses(outer: Provision, inner: Provision): boolean {
  if (outer.span.start > inner.span.start || outer.span.end < inner.span.end) return false;
  const isWider = outer.span.end - outer.span.start > inner.span.end - inner.span.start;
  return isWider || outer.depth < inner.depth;
}
