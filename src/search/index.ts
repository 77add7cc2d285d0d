export { type CitedProvision, instrumentsNamed, resolveCitation } from './citation.js';
export { toFts } from './fts.js';
export {
  buildLunr,
  lunrFile,
  type PortableDocument,
  type PortableIndex,
  type PortablePassage,
  searchLunr,
} from './lunr.js';
export { type IndexedPassage, passages } from './passages.js';
export { parseQuery, type Query, QueryError } from './query.js';
export { type Snippet, snippet, wantedTerms } from './snippet.js';
