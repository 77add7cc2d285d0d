import type { ClauseAnnotation, Codebook, Instrument } from '../model/index.js';
import { type AttributeReader, attributeReader } from './attributes/index.js';
import { type Firing, groupByCode, reader } from './cues.js';
import { type Claim, smallest } from './decide.js';
import { readableUnits, type Unit } from './units.js';

export { absence, type Searched } from './absence.js';
export { type Attributes, attributesAt } from './attributes/index.js';
export { AnnotatorError, withAnnotators } from './proposals.js';

/** Log-odds of a code before any cue fired, so that one cue of weight 2 is a coin toss. Set by hand, not yet calibrated. */
const PRIOR = -2;
/** Least probability that is reported. */
const THRESHOLD = 0.5;
/** A heading alone speaks for a code only where its cue is at least this strong. */
const STRONG_HEADING = 2;

/** Fitted log-odds of each code before any cue fires; a code without an entry keeps the default. */
export interface AnnotateModel {
  readonly priors: Readonly<Record<string, number>>;
}

interface Candidate extends Claim {
  readonly unit: Unit;
  readonly firings: readonly Firing[];
}

/**
 * The codes that the cues of the instrument's language find, in document order; empty where none fires.
 * Recitals, preambles, footnotes and quoted or repealed units are not read. `least` (in [0,1]) asks for everything weighed
 * from that confidence on, reported or not. Confidence is not yet calibrated on gold.
 */
export function annotate(
  instrument: Instrument,
  codebook: Codebook,
  model?: AnnotateModel,
  least?: number,
): ClauseAnnotation[] {
  const read = reader(codebook, instrument.metadata.language.slice(0, 2).toLowerCase());
  const attributesOf = attributeReader(instrument);
  const claims: Candidate[] = [];
  for (const unit of readableUnits(instrument)) {
    for (const [code, firings] of groupByCode(read(unit))) {
      const total = firings.reduce((sum, f) => sum + f.evidence.weight, model?.priors[code] ?? PRIOR);
      const confidence = 1 / (1 + Math.exp(-total));
      const stated = firings.some((f) => f.where === 'own' && f.evidence.weight > 0);
      const headed = firings.some((f) => f.where === 'heading' && f.evidence.weight >= STRONG_HEADING);
      if (confidence >= (least ?? THRESHOLD) && (least !== undefined || stated || headed))
        claims.push({ provision: unit.provision, code, confidence, stated, unit, firings });
    }
  }
  return smallest(instrument, claims).map((c) => record(instrument, c, attributesOf));
}

function record(instrument: Instrument, claim: Candidate, attributesOf: AttributeReader): ClauseAnnotation {
  const evidence = claim.firings.map((f) => f.evidence);
  const first = claim.unit.own[0] ?? claim.provision.span;
  return {
    provision: { instrument: instrument.metadata.id, eId: claim.provision.eId },
    code: claim.code,
    annotator: 'rule:cues',
    ...attributesOf(claim.unit, claim.code, evidence),
    evidence,
    confidence: claim.confidence,
    span: { start: first.start, end: first.end },
  };
}
