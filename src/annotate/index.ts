import type { ClauseAnnotation, Codebook, Evidence, Instrument } from '../model/index.js';
import { primaryTag } from '../text/metadata.js';
import { type AttributeReader, attributeReader } from './attributes/index.js';
import { reader } from './cues.js';
import { smallest } from './decide.js';
import { evidenceOf, isShown } from './ranker/evidence.js';
import { type AnnotateModel, ranker } from './ranker/model.js';
import { readableUnits } from './units.js';
import { byCues, byModel, type Candidate } from './weigh.js';

export { absence, type Searched } from './absence.js';
export { type Attributes, attributesAt } from './attributes/index.js';
export { AnnotatorError, withAnnotators } from './proposals.js';
export { type AnnotateModel, readModel } from './ranker/model.js';
export { unpackModel } from './ranker/weights/packed.js';

/**
 * The codes of an instrument's provisions in document order; empty where the codebook has no cue in its language. With a model each
 * code's confidence is a calibrated probability (reliability table in `npm run bench -- annotate`); without one the cues
 * vote with fixed weights. Recitals, preambles, footnotes and quoted or repealed units are not read. `least` (in [0,1]) asks
 * for everything weighed from that confidence on, reported or not.
 * @example annotate(parse(source), codebook(json, 'codebook.json'), readModel(trained))
 */
export function annotate(
  instrument: Instrument,
  codebook: Codebook,
  model?: AnnotateModel,
  least?: number,
): ClauseAnnotation[] {
  const language = primaryTag(instrument.metadata.language);
  const read = reader(codebook, language);
  const attributesOf = attributeReader(instrument);
  const isSpoken = codebook.codes.some((code) => code.cues.some((cue) => cue.language === language));
  if (!isSpoken) return [];
  const units = readableUnits(instrument);
  const claims =
    model === undefined
      ? units.flatMap((unit) => byCues(unit, read(unit), least))
      : byModel(instrument, units, read, model, least);
  return smallest(instrument, claims).flatMap((claim) => {
    const evidence = evidenceOf(claim, model === undefined ? null : ranker(model));
    // What no word can be shown for is not claimed.
    return evidence.some(isShown) ? [record(instrument, claim, evidence, attributesOf, model)] : [];
  });
}

function record(
  instrument: Instrument,
  claim: Candidate,
  evidence: readonly Evidence[],
  attributesOf: AttributeReader,
  model: AnnotateModel | undefined,
): ClauseAnnotation {
  const { unit, code, provision, confidence } = claim;
  const { scope, ...attributes } = attributesOf(unit, code, evidence);
  const first = unit.own[0] ?? provision.span;
  return {
    provision: { instrument: instrument.metadata.id, eId: provision.eId },
    code,
    annotator: model === undefined ? 'rule:cues' : 'model:coder',
    ...attributes,
    ...(scope ?? {}),
    evidence,
    confidence,
    span: { start: first.start, end: first.end },
  };
}
