import { createRequire } from 'node:module';
import type lunr from 'lunr';
import type { IndexedPassage } from '../../model/index.js';
import { FORM_MARK } from '../terms/pattern.js';
import { CODED_BONUS, FIELD_WEIGHTS, type PortableField } from './fields.js';

/** A passage with the instrument it stands in. */
export interface PortablePassage {
  readonly instrument: string;
  readonly passage: IndexedPassage;
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
  readonly codes: readonly string[];
  readonly forces: readonly string[];
  /** Terms and forms of all its fields: the length that bm25 sets its term counts against. */
  readonly length: number;
}

/** Beyond this the file grows past what a page should load; the full corpus is searched by the database. */
const MOST_DOCUMENTS = 10_000;

const FIELDS = Object.keys(FIELD_WEIGHTS) as PortableField[];

/**
 * Returns a lunr index of passages, coded ones first where there are more than 10,000 of them. The terms are already
 * analysed, so lunr's own pipeline (which would drop 'may', 'must' and 'not') is emptied. `places` keeps each term's places in
 * its field (lunr's `index` metadata) and the written forms: the whole query language needs them, at some thrice the size;
 * `terms` is enough for words and what a report's page asks.
 */
export function buildLunr(passages: Iterable<PortablePassage>, holds: 'terms' | 'places' = 'terms'): PortableIndex {
  const builder = new (lunrItself().Builder)();
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  if (holds === 'places') builder.metadataWhitelist = ['index'];
  for (const [field, boost] of Object.entries(FIELD_WEIGHTS)) builder.field(field, { boost });
  const documents: PortableDocument[] = [];
  const add = (made: PortablePassage): void => {
    if (documents.length >= MOST_DOCUMENTS) return;
    const { passage } = made;
    const boost = passage.codes.length > 0 ? CODED_BONUS : 1;
    const fields = Object.fromEntries(FIELDS.map((f) => [f, holds === 'places' ? passage[f] : termsOnly(passage[f])]));
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

/** Where lunr's own browser file lies, for a report folder that searches without a database. */
export function lunrFile(): string {
  return createRequire(import.meta.url).resolve('lunr/lunr.min.js');
}

function termsOnly(field: string): string {
  const at = field.indexOf(FORM_MARK);
  return at < 0 ? field : field.slice(0, at);
}

function documentOf({ instrument, passage: p }: PortablePassage): PortableDocument {
  const { eId, citation, title, aliases, heading, context, jurisdictions, kind, language, year, codes, forces } = p;
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
    codes,
    forces,
    length,
  };
}
