import type { Types } from '@opensearch-project/opensearch';

/** Changes with the documents' shape: an index made by another version is loaded anew and not read wrongly. */
export const MAPPING_VERSION = 1;

/** Held in one field each, as index terms of our own analyser joined by spaces: both back ends then stem alike. */
const TERMS = { type: 'text', analyzer: 'whitespace', norms: true } as const;
const FACT = { type: 'keyword' } as const;
/** Kept to be shown, never looked through. */
const KEPT = { type: 'object', enabled: false } as const;
const NUMBER = { type: 'integer' } as const;

/**
 * Four kinds of documents under one alias: a `passage` is what is found; a `head` a division that can only be cited; a `law` its metadata, and the
 * sign that all its passages are there; a `term` the number of passages that hold it. Strict: a field we forgot here is refused.
 */
export const MAPPINGS: Types.Common_Mapping.TypeMapping = {
  dynamic: 'strict',
  _meta: { lexatlas: MAPPING_VERSION },
  properties: {
    type: FACT,
    instrument: FACT,
    instrumentName: FACT,
    eId: FACT,
    ordinal: NUMBER,
    length: NUMBER,
    kind: FACT,
    language: FACT,
    languages: FACT,
    jurisdictions: FACT,
    jurisdictionList: FACT,
    year: NUMBER,
    date: FACT,
    codes: FACT,
    forces: FACT,
    isCoded: { type: 'boolean' },
    eIds: FACT,
    citations: FACT,
    tails: FACT,
    terms: {
      properties: { heading: TERMS, context: TERMS, body: TERMS, definition: TERMS, title: TERMS },
    },
    hit: KEPT,
    excerpt: KEPT,
    annotations: KEPT,
    metadata: KEPT,
    format: { type: 'keyword', index: false, doc_values: false },
    term: FACT,
    documents: NUMBER,
  },
};

/** While it is loaded an index is neither searched nor copied. */
export function loadingSettings(shards: number): Types.Indices_Common.IndexSettings {
  return {
    index: { number_of_shards: shards, number_of_replicas: 0, refresh_interval: '-1', codec: 'best_compression' },
  };
}
