import type { ClauseAnnotation, Codebook, Instrument } from '../model/index.js';
import { attributes } from './attributes/index.js';
import { type Firing, groupByCode, reader } from './cues.js';
import { type Claim, smallest } from './decide.js';
import { readableUnits, type Unit, wordsOf } from './units.js';

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
 * Recitals, preambles, footnotes and quoted or repealed units are not read. Confidence is not yet calibrated on gold.
 */
export function annotate(instrument: Instrument, codebook: Codebook, model?: AnnotateModel): ClauseAnnotation[] {
  const read = reader(codebook, instrument.metadata.language.slice(0, 2).toLowerCase());
  const families = new Map(codebook.codes.map((c) => [c.id, c.family]));
  const claims: Candidate[] = [];
  for (const unit of readableUnits(instrument)) {
    for (const [code, firings] of groupByCode(read(unit))) {
      const total = firings.reduce((sum, f) => sum + f.evidence.weight, model?.priors[code] ?? PRIOR);
      const confidence = 1 / (1 + Math.exp(-total));
      const stated = firings.some((f) => f.where === 'own' && f.evidence.weight > 0);
      const headed = firings.some((f) => f.where === 'heading' && f.evidence.weight >= STRONG_HEADING);
      if (confidence >= THRESHOLD && (stated || headed))
        claims.push({ provision: unit.provision, code, confidence, stated, unit, firings });
    }
  }
  return smallest(instrument, claims).map((c) => record(instrument, c, families.get(c.code) ?? ''));
}

function record(instrument: Instrument, claim: Candidate, family: string): ClauseAnnotation {
  const first = claim.unit.own[0] ?? claim.provision.span;
  return {
    provision: { instrument: instrument.metadata.id, eId: claim.provision.eId },
    code: claim.code,
    annotator: 'rule:cues',
    ...attributes(wordsOf(claim.unit), family),
    quantities: [],
    evidence: claim.firings.map((f) => f.evidence),
    confidence: claim.confidence,
    span: { start: first.start, end: first.end },
  };
}
