import { existsSync } from 'node:fs';
import { loadCoder } from '../../src/cli/crew/coder.js';
import { codeInstruments } from '../../src/pipeline/code.js';
import { alone } from '../../src/pipeline/crew.js';
import { readCorpus } from '../../src/pipeline/reading/read.js';
import { passages } from '../../src/search/index.js';
import { corpusGroups, openStudy } from '../../src/store/index.js';

const QUIET = { begin: () => undefined, step: () => undefined, end: () => undefined };
const MEBIBYTE = 1024 * 1024;

/** What indexing a whole study cost. */
export interface Indexing {
  readonly instruments: number;
  readonly passages: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

/** The shared corpus where it stands beside the checkout (or in LEXATLAS_CORPUS), with the archetypes. */
export function corpusFolders(): string[] {
  const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
  return existsSync(corpus) ? [corpus, 'corpus/archetypes'] : ['corpus/archetypes'];
}

/** Reads and codes the corpus into a study. */
export async function makeStudy(folder: string): Promise<void> {
  const store = openStudy(folder, 'write');
  try {
    const coder = loadCoder({});
    const crew = alone(store, coder);
    await readCorpus(corpusGroups(corpusFolders()), store, 'bench', QUIET, crew);
    await codeInstruments(
      store.instruments().map((m) => m.id),
      coder,
      store,
      'bench',
      QUIET,
      crew,
    );
    store.tidyIndex(); // As a run ends.
  } finally {
    store.close();
  }
}

/** Analyses and writes the passages of a study anew, and says what that alone cost. */
export function indexAgain(folder: string): Indexing {
  const store = openStudy(folder, 'write');
  try {
    let seconds = 0;
    let count = 0;
    const ids = store.instruments().map((m) => m.id);
    for (const id of ids) {
      const coded = store.codedInstrument(id);
      if (coded === null) continue;
      const machine = coded.annotations.filter((a) => !a.annotator.startsWith('human:'));
      const began = performance.now();
      const made = passages(coded.instrument, machine);
      store.putAnnotations(id, 'bench', machine, made);
      seconds += (performance.now() - began) / 1000;
      count += made.length;
    }
    store.tidyIndex();
    const peakMiB = (process.resourceUsage().maxRSS * 1024) / MEBIBYTE;
    return { instruments: ids.length, passages: count, seconds, peakMiB };
  } finally {
    store.close();
  }
}
