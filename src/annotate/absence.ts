import type { ClauseAnnotation, Code, Codebook, Finding, Instrument, NearMiss } from '../model/index.js';
import { couldHold, isPartial, isSearchable } from '../text/coverage.js';
import { byEId } from '../text/provisions.js';
import { readableUnits } from './units.js';

/** How many near misses are kept for each code. */
const NEAREST = 3;
/** Evidence kept for each near miss. */
const EVIDENCE = 3;

/** What is known of an instrument when its silences are read. */
export interface Searched {
  readonly instrument: Instrument;
  /** The codings that stand, people's corrections included. */
  readonly annotations: readonly ClauseAnnotation[];
  /** What the coder weighed, reported or not: codings down to a low confidence. */
  readonly weighed: readonly ClauseAnnotation[];
  /** What people ruled out. */
  readonly rejected: readonly ClauseAnnotation[];
}

/**
 * For each code of the codebook, in its order, whether the instrument has it, was searched without finding it (with the
 * provisions that came nearest), or cannot be judged: no cues in its language, or law missing from the text.
 */
export function absence(searched: Searched, codebook: Codebook): Finding[] {
  const read = readableUnits(searched.instrument).length;
  return codebook.codes.map((code) => finding(code, searched, read));
}

function finding(code: Code, searched: Searched, read: number): Finding {
  const { instrument, annotations } = searched;
  const { metadata } = instrument;
  const found = annotations.filter((a) => a.code === code.id).length;
  const common = { instrument: metadata.id, code: code.id, read, found };
  if (found > 0)
    return {
      ...common,
      status: 'found',
      reason: `${found} provision${found === 1 ? '' : 's'} of ${read} read.`,
      nearest: [],
    };
  const nearest = nearMisses(code, searched);
  const uncovered = whyUncovered(code, instrument, read);
  if (uncovered !== null) return { ...common, status: 'not-covered', reason: uncovered, nearest };
  const isUsual = couldHold(metadata, code, 'itself');
  const usually = isUsual ? '' : ` Instruments of this kind (${metadata.kind}) rarely make such a rule.`;
  const ruled = nearest.some((n) => n.isRejected) ? ' A person ruled it out where it was claimed.' : '';
  return {
    ...common,
    status: 'not-found',
    reason: `${read} provisions were read and none carries it.${ruled}${usually}`,
    nearest,
  };
}

function whyUncovered(code: Code, { metadata }: Instrument, read: number): string | null {
  if (read === 0) return 'The text has no provisions that can be read; see lexatlas outline.';
  if (!isSearchable(code, metadata.language))
    return `No cue for this code speaks the language of the text (${metadata.language}).`;
  return isPartial(metadata.completeness) ? `Law is missing from the text: ${metadata.completeness}` : null;
}

function nearMisses(code: Code, { instrument, weighed, rejected }: Searched): NearMiss[] {
  const ruledOut = new Set(rejected.filter((a) => a.code === code.id).map((a) => a.provision.eId));
  return weighed
    .filter((a) => a.code === code.id)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, NEAREST)
    .map((a) => ({
      provision: a.provision,
      citation: byEId(instrument).get(a.provision.eId)?.citation ?? a.provision.eId,
      score: a.confidence,
      evidence: [...a.evidence].sort((x, y) => y.weight - x.weight).slice(0, EVIDENCE),
      isRejected: [...ruledOut].some((eId) => a.provision.eId === eId || a.provision.eId.startsWith(`${eId}__`)),
    }));
}
