export type { SearchPort } from '../model/index.js';
export { type CitedProvision, resolveCitation } from './cite/citation.js';
export { instrumentsNamed } from './cite/names.js';
export { toBibtex, toCsl, type WorkFacts } from './cite/works.js';
export { compileQuery } from './compile.js';
export { queryOf, type SearchRequest } from './find/request.js';
export { facetsOf, groupsOf, type Reading, type SearchAnswer, type SearchHit, search } from './find/search.js';
export { locate, type ShownProvision, type ShowPort, showProvision } from './find/show.js';
export { marksOf, matcher } from './match.js';
export { passages } from './passages.js';
export {
  type PortableAnswer,
  type PortableFound,
  type PortableRequest,
  type PortableSearch,
  portableSearch,
} from './portable/answer.js';
export {
  buildLunr,
  type PortableDocument,
  type PortableIndex,
  type PortablePassage,
} from './portable/build.js';
export { indexLaw, type LawIndex, mergeLaws } from './portable/packed/merge.js';
export { type PackedIndex, packPortable } from './portable/packed/pack.js';
export { type IndexPart, type KeyedLaw, partsOf } from './portable/packed/parts.js';
export { portablePassages } from './portable/passages.js';
export { type PortableHit, searchLunr } from './portable/search.js';
export { FACETS, type Query, QueryError, type QueryNode } from './query/model.js';
export { parseQuery } from './query/parse.js';
export { printQuery } from './query/print.js';
export { fromSaved, toSaved } from './saved.js';
export { type Occurrence, occurrences, type Snippet, snippets } from './snippet.js';
