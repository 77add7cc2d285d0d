import { passages } from '../../search/index.js';
import { loadRemote } from '../../store/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';
import { progressOn } from '../progress.js';
import { openForReading } from '../study.js';

/** OpenSearch's own default; docs/scale.md says from how many provisions on more are wanted. */
const SHARDS = 1;
const EVERYTHING = Number.MAX_SAFE_INTEGER;

/** Loads the study's search index into OpenSearch under a name, which searches then ask with `--index`. */
export const loadCommand: Action = async ([address], options) => {
  const { store, catalogue, close } = openForReading(options);
  try {
    const ids = catalogue.map((m) => m.id);
    if (ids.length === 0) throw new InputError('The study holds no law.', 'Run: lexatlas run');
    const progress = progressOn(process.stderr);
    progress.begin('load', ids.length);
    const { index, sent, kept, replaced } = await loadRemote(String(address), {
      edition: store.edition(),
      ids,
      law: (id) => {
        const instrument = store.instrument(id);
        if (instrument === null) return null;
        const annotations = store.annotations({ instrument: id });
        return { instrument, annotations, passages: passages(instrument, annotations) };
      },
      terms: () => store.vocabulary('', '*', EVERYTHING),
      shards: typeof options.shards === 'number' ? Math.max(1, options.shards) : SHARDS,
      replicas: typeof options.replicas === 'number' ? options.replicas : 0,
      step: (id) => progress.step('load', id),
    });
    progress.end('load', sent, kept);
    say(`${index} holds the study now${replaced.length === 0 ? '' : `, in place of ${replaced.join(', ')}`}.`);
    say(`Search it: lexatlas search --index ${String(address).replace(/\/\/[^@/]*@/, '//…@')} "cross-border transfer"`);
  } finally {
    close();
  }
};
