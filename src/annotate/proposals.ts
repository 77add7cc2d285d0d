import type { Annotator, ClauseAnnotation, Codebook, Instrument, ProposedAnnotation } from '../model/index.js';
import { byEId, fullText } from '../text/provisions.js';
import { attributesAt } from './attributes/index.js';

/** An annotator that cannot be used: the message says which, where and why, `mend` what to do. */
export class AnnotatorError extends Error {
  override readonly name = 'AnnotatorError';
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
  }
}

/**
 * The codings of an instrument with those of a scholar's own annotators, each as `plugin:<name>`; where an annotator gives a
 * provision a code that is there already, its own stands, later annotators before earlier ones.
 * @throws AnnotatorError where an annotator fails or proposes what the instrument or the codebook does not have.
 */
export function withAnnotators(
  instrument: Instrument,
  codebook: Codebook,
  found: readonly ClauseAnnotation[],
  annotators: readonly Annotator[],
): ClauseAnnotation[] {
  const all = new Map(found.map((a) => [`${a.provision.eId} ${a.code}`, a]));
  for (const annotator of annotators) {
    for (const [i, proposal] of proposalsOf(annotator, instrument, codebook, found).entries()) {
      const annotation = completed(annotator.name, proposal, i, instrument, codebook);
      all.set(`${annotation.provision.eId} ${annotation.code}`, annotation);
    }
  }
  const place = new Map(instrument.provisions.map((p, i) => [p.eId, i]));
  const at = (a: ClauseAnnotation): number => place.get(a.provision.eId) ?? 0;
  return annotators.length === 0 ? [...found] : [...all.values()].sort((a, b) => at(a) - at(b));
}

function proposalsOf(
  annotator: Annotator,
  instrument: Instrument,
  codebook: Codebook,
  found: readonly ClauseAnnotation[],
): readonly ProposedAnnotation[] {
  const where = `The annotator '${annotator.name}', at ${instrument.metadata.id}`;
  let proposals: unknown;
  try {
    proposals = annotator.annotate(instrument, { codebook, found });
  } catch (error) {
    throw new AnnotatorError(
      `${where}: it threw ${error instanceof Error ? error.message : String(error)}.`,
      'Mend the annotator; LEXATLAS_DEBUG=1 shows where it threw.',
    );
  }
  if (!Array.isArray(proposals))
    throw new AnnotatorError(`${where}: it returned no list.`, 'annotate must return an array, not a promise.');
  return proposals as readonly ProposedAnnotation[];
}

function completed(
  name: string,
  proposal: ProposedAnnotation,
  index: number,
  instrument: Instrument,
  codebook: Codebook,
): ClauseAnnotation {
  const refuse = (what: string, mend: string): never => {
    throw new AnnotatorError(
      `The annotator '${name}', at ${instrument.metadata.id}, coding ${index + 1}: ${what}.`,
      mend,
    );
  };
  const provision = byEId(instrument).get(proposal.eId);
  if (provision === undefined)
    return refuse(`there is no provision ${String(proposal.eId)}`, 'Take eId from instrument.provisions.');
  if (!codebook.codes.some((c) => c.id === proposal.code))
    return refuse(
      `the codebook has no code ${String(proposal.code)}`,
      'Take codes from context.codebook, or name a codebook of your own.',
    );
  const confidence = proposal.confidence ?? 1;
  if (!(confidence >= 0 && confidence <= 1))
    return refuse(`confidence is ${confidence}`, 'Give a probability from 0 to 1.');
  const text = fullText(instrument, provision);
  const start = provision.span.start + text.length - text.trimStart().length;
  const span = proposal.span ?? { start, end: start + text.trim().length };
  if (!(span.start >= 0 && span.start <= span.end && span.end <= instrument.text.length))
    return refuse(
      `the span ${span.start}–${span.end} lies outside the text`,
      'Spans are half-open places in instrument.text.',
    );
  const evidence = proposal.evidence ?? [{ by: `plugin:${name}`, span, weight: 1 }];
  const read = attributesAt(instrument, proposal.eId, proposal.code, evidence);
  return {
    provision: { instrument: instrument.metadata.id, eId: proposal.eId },
    code: proposal.code,
    annotator: `plugin:${name}`,
    modality: proposal.modality ?? read.modality,
    force: proposal.force ?? read.force,
    addressee: proposal.addressee ?? read.addressee,
    quantities: proposal.quantities ?? read.quantities,
    evidence,
    confidence,
    span,
    ...(read.scope ?? {}),
  };
}
