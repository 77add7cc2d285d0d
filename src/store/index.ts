export { type CorpusFile, type CorpusGroup, corpusGroups } from './corpus.js';
export { codeFingerprint } from './fingerprint.js';
export { type OpenMode, openStudy } from './folder/open.js';
export { type Rescue, setAside } from './folder/rebuild.js';
export { readRemembered, writeRemembered } from './folder/remembered.js';
export { answerFrom, type Loaded, loadRemote, type RemoteLoad } from './opensearch/entry.js';
export { StudyError } from './schema.js';
export type { StudyStore } from './study/study.js';
export { StoreTrouble } from './trouble.js';
