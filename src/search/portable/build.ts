import { createRequire } from 'node:module';
import type lunr from 'lunr';
import type { IndexedPassage } from '../../model/index.js';
import { CODED_BONUS, FIELD_WEIGHTS, type PortableField } from './fields.js';

/** A passage with the instrument it stands in. */
export interface PortablePassage {
  readonly instrument: string;
  readonly passage: IndexedPassage;
  /** Official identifiers of the instrument, by which it may be cited. */
  readonly identifiers?: Readonly<Record<string, string>>;
  /** Citations of the units inside the passage, in document order: `46(2)`, `46(2)(c)`. */
  readonly pinpoints?: readonly string[];
}

/** What a report folder carries to be searched without a database: a serialised lunr index and what its hits show. */
export interface PortableIndex {
  readonly index: object;
  /** By lunr's ref, which is the place in this list; facets are kept here and filter the hits. */
  readonly documents: readonly PortableDocument[];
}

export interface PortableDocument {
  readonly instrument: string;
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly heading: string;
  readonly context: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly year: number | null;
  /** ISO 8601: in force, else made; null where neither is known. */
  readonly date: string | null;
  readonly codes: readonly string[];
  readonly forces: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
  readonly pinpoints: readonly string[];
  /** Terms and forms of all its fields: the length that bm25 sets its term counts against. */
  readonly length: number;
}

/** Beyond this the file grows past what a page should load; the full corpus is searched by the database. */
const MOST_DOCUMENTS = 10_000;

const FIELDS = Object.keys(FIELD_WEIGHTS) as PortableField[];

/**
 * Returns a lunr index of passages, coded ones first where there are more than 10,000 of them. The terms are already
 * analysed, so lunr's own pipeline (which would drop 'may', 'must' and 'not') is emptied. Each term keeps its places in
 * its field (lunr's `index` metadata), which phrases and proximity need, and the written forms, which wildcards need.
 */
export function buildLunr(passages: Iterable<PortablePassage>): PortableIndex {
  const builder = new (lunrItself().Builder)();
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  builder.metadataWhitelist = ['index'];
  for (const [field, boost] of Object.entries(FIELD_WEIGHTS)) builder.field(field, { boost });
  const documents: PortableDocument[] = [];
  const add = (made: PortablePassage): void => {
    if (documents.length >= MOST_DOCUMENTS) return;
    const { passage } = made;
    const boost = passage.codes.length > 0 ? CODED_BONUS : 1;
    const fields = Object.fromEntries(FIELDS.map((f) => [f, passage[f]]));
    builder.add({ id: String(documents.length), ...fields }, { boost });
    documents.push(documentOf(made));
  };
  // Taken in one by one, so that no more than those that may yet be wanted are held: the terms of a whole corpus are a gigabyte.
  const waiting: PortablePassage[] = [];
  for (const made of passages) {
    if (made.passage.codes.length > 0) add(made);
    else if (waiting.length < MOST_DOCUMENTS) waiting.push(made);
  }
  waiting.forEach(add);
  return { index: builder.build().toJSON(), documents };
}

/** Loaded when it is needed: `show` and `search` over a study do without. */
function lunrItself(): typeof lunr {
  return createRequire(import.meta.url)('lunr') as typeof lunr;
}

function documentOf({ instrument, passage: p, identifiers = {}, pinpoints = [] }: PortablePassage): PortableDocument {
  const { eId, citation, title, aliases, heading, context, jurisdictions, kind, language, year, date, codes, forces } =
    p;
  const length = FIELDS.reduce((sum, f) => sum + p[f].split(' ').filter((t) => t !== '').length, 0);
  return {
    instrument,
    eId,
    citation,
    title,
    aliases,
    heading,
    context,
    jurisdictions,
    kind,
    language,
    year,
    date,
    codes,
    forces,
    identifiers,
    pinpoints,
    length,
  };
}
