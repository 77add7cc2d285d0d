import { passages, type SearchPort } from '../../../src/search/index.js';
import { answerFrom, loadRemote, type RemoteLoad, type StudyStore } from '../../../src/store/index.js';

/** One back end of search, with a study in it. */
export interface Back {
  readonly name: string;
  answer<T>(work: (index: SearchPort) => T): Promise<T>;
}

export function sqlite(study: StudyStore): Back {
  return { name: 'SQLite FTS5', answer: async (work) => work(study) };
}

/** The study's index loaded into a server and asked there. */
export async function remote(name: string, address: string, study: StudyStore): Promise<Back> {
  await loadRemote(address, loadOf(study));
  return { name, answer: (work) => answerFrom(address, work) };
}

/** What `lexatlas load` sends. */
export function loadOf(study: StudyStore): RemoteLoad {
  return {
    edition: study.edition(),
    ids: study.instruments().map((m) => m.id),
    law: (id) => {
      const instrument = study.instrument(id);
      const annotations = study.annotations({ instrument: id });
      return instrument === null ? null : { instrument, annotations, passages: passages(instrument, annotations) };
    },
    terms: () => study.vocabulary('', '*', Number.MAX_SAFE_INTEGER),
    shards: 1,
    replicas: 0,
    step: () => undefined,
  };
}
