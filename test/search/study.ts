import type { ClauseAnnotation, Instrument } from '../../src/model/index.js';
import { type PortablePassage, passages } from '../../src/search/index.js';
import { openStudy, type StudyStore } from '../../src/store/index.js';
import { lawOf, temporaryFolder } from '../store/build.js';

/** A law of one article per line, in our own words: `[heading, words]`. */
export function lawsOf(articles: readonly (readonly [heading: string, words: string])[]): Instrument[] {
  return articles.map(([heading, words], i) => lawOf(`xx/${i}`, words, heading));
}

/** A study in a temporary folder that holds the laws and their passages. */
export function studyOf(laws: readonly Instrument[], codings: readonly ClauseAnnotation[] = []): StudyStore {
  const store = openStudy(temporaryFolder(), 'write');
  for (const law of laws) {
    const mine = codings.filter((a) => a.provision.instrument === law.metadata.id);
    store.putInstrument('k', law);
    store.putAnnotations(law.metadata.id, 'k', mine, passages(law, mine));
  }
  return store;
}

/** The same passages for the portable index. */
export function portablePassages(laws: readonly Instrument[]): PortablePassage[] {
  return laws.flatMap((law) => passages(law, []).map((passage) => ({ instrument: law.metadata.id, passage })));
}
