/**
 * The public verbs and the model's types: what a script imports from 'lexatlas'.
 * @example
 * const source = await ingest({ path: 'my-law.html', bytes, provenance: null });
 * const instrument = parse(source);
 * const annotations = annotate(instrument, codebook(json, 'codebook.json'));
 */
export { align, concordance, counterparts } from './align/index.js';
export { annotate } from './annotate/index.js';
export { codebook } from './codebook/index.js';
export { ingest } from './ingest/index.js';
export type * from './model/index.js';
export { parse } from './parse/index.js';
export { run } from './pipeline/index.js';
export {
  adopt,
  agreement,
  compareRuns,
  datasetIn,
  datasetOf,
  docket,
  drawTasks,
  evaluate,
  exportAs,
  exportPieces,
  narrow,
  opened,
  readGold,
} from './publish/index.js';
export { report } from './report/index.js';
export { score } from './score/index.js';
export { parseQuery, resolveCitation } from './search/index.js';
export { corpusGroups, openStudy } from './store/index.js';
export type * from './vocabulary.js';
