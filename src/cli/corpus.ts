import { byBytes, catalogue } from '../corpus/index.js';
import { type CorpusGroup, corpusGroups, type KnownFiles } from '../store/index.js';
import { shipped } from './study.js';

/** The instruments under these folders or files, each with what its folder and the shipped catalogue say of it; files that are `known` are not read. */
export function listCorpus(paths: readonly string[], known?: KnownFiles): CorpusGroup[] {
  const { name, text } = shipped('corpus/catalogue.json', null);
  return corpusGroups(paths, byBytes(catalogue(text, name)), known);
}
