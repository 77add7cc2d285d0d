import type { Instrument, InstrumentMetadata } from '../../model/index.js';
import { annotateOne, BY_HAND, readOneFile } from '../../pipeline/index.js';
import { passages } from '../../search/index.js';
import { corrected } from '../../text/corrections.js';
import type { Action } from '../command.js';
import { listCorpus } from '../corpus.js';
import { loadCoder, withAnnotators } from '../crew/coder.js';
import { say } from '../output.js';
import { text } from '../print.js';
import { openForWriting } from '../study.js';
import { takeIn } from './add.js';

type Options = Readonly<Record<string, unknown>>;

/** Adds files to the study: reads, parses and codes them. `lexatlas run` aligns and scores them with the rest. */
export const ingestCommand: Action = async ([files], options) => {
  const coder = await withAnnotators(loadCoder(options), options);
  // Everything is read before the study is touched: a bad file among good ones leaves it as it was.
  const read: { readonly key: string; readonly instrument: Instrument }[] = [];
  for (const group of listCorpus(await local(files as string[], options)))
    read.push({ key: `${BY_HAND}${group.key}`, instrument: withFlags(await readOneFile([group]), options) });
  const study = openForWriting(options);
  try {
    for (const { key, instrument } of read) {
      const annotations = annotateOne(instrument, coder);
      const { id } = instrument.metadata;
      study.store.putInstrument(key, instrument);
      study.store.putAnnotations(
        id,
        key,
        annotations,
        passages(instrument, corrected(annotations, study.store.handAnnotations(id))),
      );
      study.store.setMeta('codebook', JSON.stringify(coder.codebook));
      const articles = instrument.provisions.filter((p) => p.tier === 'basic').length;
      say(
        `${id}: ${articles} articles or sections, ${instrument.provisions.length} provisions, ${annotations.length} codes`,
      );
      for (const d of instrument.diagnostics) say(`  ${d.severity}: ${d.message}`);
    }
  } finally {
    study.close();
  }
};

/** The files as they are; what an address gives is first taken into the folder of texts, as `lexatlas add` does. */
async function local(files: readonly string[], options: Options): Promise<string[]> {
  const paths: string[] = [];
  for (const file of files)
    paths.push(/^https?:\/\//i.test(file) ? (await takeIn(file, { ...options, id: undefined })).path : file);
  return paths;
}

/** What the user states wins over what was guessed. */
function withFlags(instrument: Instrument, options: Options): Instrument {
  const jurisdiction = text(options.jurisdiction);
  const title = text(options.title);
  const language = text(options.language);
  const kind = KINDS.find((k) => k === options.kind);
  const stated = {
    ...(jurisdiction === null ? {} : { jurisdictions: jurisdiction.split(',').sort() }),
    ...(title === null ? {} : { title }),
    ...(language === null ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
  };
  const guessed = instrument.metadata.guessed.filter((field) => !(field in stated));
  return { ...instrument, metadata: { ...instrument.metadata, ...stated, guessed } };
}

const KINDS: readonly InstrumentMetadata['kind'][] = ['statute', 'regulation', 'agreement', 'convention', 'archetype'];
