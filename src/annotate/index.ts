import type { ClauseAnnotation, Codebook, Instrument } from '../model/index.js';
import { type AttributeReader, attributeReader } from './attributes/index.js';
import { type Firing, groupByCode, reader, speaks } from './cues.js';
import { type Claim, smallest } from './decide.js';
import { evidenceOf } from './ranker/evidence.js';
import { cueFeatures, type Features, kindOf, SILENT, unitFeatures } from './ranker/features.js';
import { fieldOf, isHeard } from './ranker/field.js';
import { type AnnotateModel, ranker } from './ranker/model.js';
import { surroundingsOf } from './surroundings.js';
import { readableUnits, type Unit } from './units.js';

export { absence, type Searched } from './absence.js';
export { type Attributes, attributesAt } from './attributes/index.js';
export { AnnotatorError, withAnnotators } from './proposals.js';
export { type AnnotateModel, readModel } from './ranker/model.js';

/** Without a model: log-odds of a code before any cue fired, so that one cue of weight 2 is a coin toss. */
const PRIOR = -2;
/** Without a model: least probability that is reported. */
const THRESHOLD = 0.5;
/** Without a model a heading alone speaks for a code only where its cue is at least this strong. */
const STRONG_HEADING = 2;
const NOTHING: Features = new Map();

interface Candidate extends Claim {
  readonly unit: Unit;
  readonly firings: readonly Firing[];
  readonly features: Features;
}

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
  const language = instrument.metadata.language.slice(0, 2).toLowerCase();
  const read = reader(codebook, language);
  const attributesOf = attributeReader(instrument);
  const isSpoken = codebook.codes.some((code) => code.cues.some((cue) => cue.language === language));
  if (!isSpoken) return [];
  const weigh = model === undefined ? byCues : byModel(instrument, language, model);
  const claims = readableUnits(instrument).flatMap((unit) => {
    const firings = read(unit);
    return weigh(unit, firings, least);
  });
  return smallest(instrument, claims)
    .map((c) => record(instrument, c, attributesOf, model))
    .filter((a) => a.evidence.length > 0); // what no word can be shown for is not claimed
}

function byCues(unit: Unit, firings: readonly Firing[], least: number | undefined): Candidate[] {
  return [...groupByCode(firings)].flatMap(([code, own]) => {
    const total = own.reduce((sum, f) => sum + f.evidence.weight, PRIOR);
    const confidence = 1 / (1 + Math.exp(-total));
    const headed = own.some((f) => f.where === 'heading' && f.evidence.weight >= STRONG_HEADING);
    const isHeard = least !== undefined || isStated(own) || headed;
    if (confidence < (least ?? THRESHOLD) || !isHeard) return [];
    return [{ provision: unit.provision, code, confidence, stated: isStated(own), unit, firings, features: NOTHING }];
  });
}

/** Codes that the model was not taught (a codebook of the user's own) are left to the cues. */
function byModel(instrument: Instrument, language: string, model: AnnotateModel) {
  const { codes, ofUnit, ofCues, probability, threshold } = ranker(model);
  const known = new Set(codes);
  const silent = codes.map((code) => ofCues(code, SILENT));
  const field = fieldOf(instrument);
  const kind = kindOf(instrument);
  const surroundings = surroundingsOf(instrument);
  return (unit: Unit, firings: readonly Firing[], least: number | undefined): Candidate[] => {
    const around = field(unit.provision);
    if (!isHeard(speaks(firings), kind, around)) return [];
    const features = unitFeatures(unit, surroundings(unit), around, kind, language);
    const groups = groupByCode(firings);
    const odds = ofUnit(features);
    const unknown = firings.filter((f) => !known.has(f.code));
    const ranked = codes.flatMap((code, i) => {
      const own = groups.get(code) ?? [];
      const heard = own.length === 0 ? silent[i] : ofCues(code, cueFeatures(code, firings, around, features));
      const confidence = probability((odds[i] ?? 0) + (heard ?? 0));
      if (confidence < Math.min(least ?? 1, threshold(code))) return [];
      return [{ provision: unit.provision, code, confidence, stated: isStated(own), unit, firings, features }];
    });
    return [...ranked, ...byCues(unit, unknown, least)];
  };
}

const isStated = (own: readonly Firing[]): boolean => own.some((f) => f.where === 'own' && f.evidence.weight > 0);

function record(
  instrument: Instrument,
  claim: Candidate,
  attributesOf: AttributeReader,
  model: AnnotateModel | undefined,
): ClauseAnnotation {
  const { unit, code, firings, features, provision, confidence } = claim;
  const evidence = evidenceOf(unit, code, firings, features, model === undefined ? null : ranker(model));
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
