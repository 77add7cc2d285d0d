import { createRequire } from 'node:module';
import type lunr from 'lunr';
import type { IndexedPassage } from '../../model/index.js';
import { CODED_BONUS, FIELD_WEIGHTS, isCoded, type PortableField } from './fields.js';

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

/** A passage as a hit shows it, without the terms that it is found by. */
export interface PortableDocument extends Omit<IndexedPassage, PortableField> {
  readonly instrument: string;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly pinpoints: readonly string[];
  /** Terms and forms of all its fields: the length that bm25 sets its term counts against. */
  readonly length: number;
}

/** Beyond this the file grows past what a page should load; the full corpus is searched by the database. */
export const MOST_DOCUMENTS = 10_000;

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
    const boost = isCoded(passage) ? CODED_BONUS : 1;
    const fields = Object.fromEntries(FIELDS.map((f) => [f, passage[f]]));
    builder.add({ id: String(documents.length), ...fields }, { boost });
    documents.push(documentOf(made));
  };
  // Taken in one by one, so that no more than those that may yet be wanted are held: the terms of a whole corpus are a gigabyte.
  const waiting: PortablePassage[] = [];
  for (const made of passages) {
    if (isCoded(made.passage)) add(made);
    else if (waiting.length < MOST_DOCUMENTS) waiting.push(made);
  }
  waiting.forEach(add);
  return { index: builder.build().toJSON(), documents };
}

/** Loaded when it is needed: `show` and `search` over a study do without. */
function lunrItself(): typeof lunr {
  return createRequire(import.meta.url)('lunr') as typeof lunr;
}

function documentOf({ instrument, passage, identifiers = {}, pinpoints = [] }: PortablePassage): PortableDocument {
  const { headingTerms, contextTerms, bodyTerms, definitionTerms, titleTerms, ...shown } = passage;
  const length = FIELDS.reduce((sum, f) => sum + passage[f].split(' ').filter((t) => t !== '').length, 0);
  return { instrument, ...shown, identifiers, pinpoints, length };
}
