export { type CorpusFile, type CorpusGroup, corpusGroups } from './corpus.js';
export { codeFingerprint } from './fingerprint.js';
export { openStudy } from './open.js';
export { StudyError } from './schema.js';
export type { FacetCounts, GroupCount, TermCount } from './study/counts.js';
export type { PassageFilter } from './study/filter.js';
export type { Found, Hit, Passage, PassageQuery } from './study/passages.js';
export type { SavedSearch } from './study/saved.js';
export type { StudyStore } from './study/study.js';
