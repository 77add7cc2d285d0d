import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listCorpus } from '../../src/cli/corpus.js';
import { loadCoder } from '../../src/cli/crew/coder.js';
import type { ClauseAnnotation, Codebook, CodedInstrument } from '../../src/model/index.js';
import { annotateOne } from '../../src/pipeline/index.js';
import { readGroup } from '../../src/pipeline/reading/read.js';
import type { ScoreInput } from '../../src/score/index.js';
import { openStudy } from '../../src/store/index.js';
import { loadArchetypes, loadGold } from '../gold.js';

const CORPUS = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const ARCHETYPES = 'corpus/archetypes';
export const SEED = 7;
export const DRAWS = 200;

/**
 * Real law as the machine codes it: of the study that LEXATLAS_STUDY names, else of the shared corpus, read and coded anew (without alignments:
 * no long arms are then paired). Null without either.
 */
export async function machineCoded(): Promise<ScoreInput | null> {
  const folder = process.env.LEXATLAS_STUDY;
  if (folder !== undefined) return ofStudy(folder);
  if (!existsSync(CORPUS)) return null;
  const coder = loadCoder({});
  const coded: CodedInstrument[] = [];
  for (const group of listCorpus([join(CORPUS, 'statutes'), join(CORPUS, 'agreements'), ARCHETYPES])) {
    const { instrument } = await readGroup(group);
    if (instrument !== null) coded.push({ instrument, annotations: annotateOne(instrument, coder) });
  }
  return asInput(coded, coder.codebook);
}

function ofStudy(folder: string): ScoreInput {
  const study = openStudy(folder, 'read');
  try {
    const codebook = JSON.parse(study.meta('codebook') ?? 'null') as Codebook;
    const input = asInput(study.codedInstruments(), codebook);
    return { ...input, alignments: study.alignments(), covered: study.instruments() };
  } finally {
    study.close();
  }
}

/** The same law as careful readers coded it, with machine assistance: the instruments that have gold, and the archetypes. */
export async function goldCoded(codebook: Codebook): Promise<ScoreInput> {
  const gold = [...(await loadGold()), ...(await loadArchetypes())];
  return asInput(
    gold.map(({ instrument, rows }) => {
      const annotations = rows.flatMap(({ eIds, code, modality, force }) =>
        eIds.map((eId): ClauseAnnotation => {
          const at = instrument.provisions.find((p) => p.eId === eId);
          return {
            provision: { instrument: instrument.metadata.id, eId },
            code,
            annotator: 'human:gold',
            modality: modality as ClauseAnnotation['modality'],
            force: force as ClauseAnnotation['force'],
            addressee: 'other',
            quantities: [],
            evidence: [],
            confidence: 1,
            span: at?.span ?? { start: 0, end: 0 },
          };
        }),
      );
      const kind = instrument.metadata.id.startsWith('tota/') ? 'agreement' : instrument.metadata.kind;
      return { instrument: { ...instrument, metadata: { ...instrument.metadata, kind } }, annotations };
    }),
    codebook,
  );
}

function asInput(coded: readonly CodedInstrument[], codebook: Codebook): ScoreInput {
  return {
    coded: coded.filter((c) => c.annotations.length > 0),
    alignments: [],
    codebook,
    covered: coded.map((c) => c.instrument.metadata),
    between: 'instruments',
    asOf: null,
    seed: SEED,
    draws: DRAWS,
  };
}
