import type { ClauseAnnotation, Instrument, Provision, Quantity, Span } from '../../model/index.js';
import { resolveCitation } from '../../search/index.js';
import { ancestry, byEId, fullText } from '../../text/provisions.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { bold, dim } from '../output.js';
import { type OpenStudy, openForReading } from '../study.js';

const COUNTERPARTS_SHOWN = 8;

/** Prints a provision in its own words, its codes with the words that decided them, and its counterparts elsewhere. */
export const showCommand: Action = async ([words], options) => {
  const typed = (words as string[]).join(' ');
  const study = openForReading(options);
  try {
    const { instrument, provision } = locate(study, typed);
    const inside = new Set(
      instrument.provisions
        .filter((p) => p.span.start >= provision.span.start && p.span.end <= provision.span.end)
        .map((p) => p.eId),
    );
    const annotations = study.store
      .annotations({ instrument: instrument.metadata.id })
      .filter((a) => inside.has(a.provision.eId));
    const ruledOut = study.store
      .handAnnotations(instrument.metadata.id)
      .filter((a) => a.rejects === true && inside.has(a.provision.eId));
    const counterparts = ancestry(instrument, provision)
      .flatMap((p) => study.store.alignments({ instrument: instrument.metadata.id, eId: p.eId }))
      .filter((a) => a.right !== null)
      .slice(0, COUNTERPARTS_SHOWN);
    if (options.format === 'json') {
      const text = fullText(instrument, provision);
      process.stdout.write(
        `${JSON.stringify({ metadata: instrument.metadata, provision, text, annotations, counterparts }, null, 2)}\n`,
      );
      return;
    }
    const { metadata } = instrument;
    const path = ancestry(instrument, provision)
      .slice(1)
      .reverse()
      .map((p) => [p.num, p.heading].filter((x) => x !== null).join(' '))
      .filter((x) => x !== '');
    const lines = [
      bold(`${metadata.title}, ${provision.citation ?? provision.eId}`),
      dim(`${metadata.id} · ${metadata.jurisdictions.join(', ')} · ${provision.eId} · ${provision.status}`),
      ...path.map((p) => dim(p)),
      '',
      fullText(instrument, provision),
      '',
      ...annotations.flatMap((a) => coded(a, instrument, options.why === true)),
      ...ruledOut.map((a) => dim(`  not ${a.code}: ruled out by ${a.annotator}`)),
      ...(counterparts.length > 0 ? ['', bold('Counterparts')] : []),
      ...counterparts.map(
        (a) =>
          `  ${a.score.toFixed(2)} ${a.relation.padEnd(11)} ${a.right?.instrument} ${a.right === null ? '' : study.citationOf(a.right)}  ${dim(a.reason)}`,
      ),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    study.close();
  }
};

function locate(study: OpenStudy, typed: string): { instrument: Instrument; provision: Provision } {
  const candidates = resolveCitation(typed, study.catalogue);
  for (const { instrument: id, citation } of candidates) {
    if (citation === null) continue;
    const [eId] = study.store.cited(id, citation);
    const instrument = eId === undefined ? null : study.store.instrument(id);
    const provision = eId === undefined || instrument === null ? undefined : byEId(instrument).get(eId);
    if (instrument !== null && provision !== undefined) return { instrument, provision };
  }
  const [first] = candidates;
  throw new InputError(
    first === undefined
      ? `No instrument in the study fits '${typed}'.`
      : `${first.instrument} has no provision ${first.citation ?? typed}.`,
    first === undefined
      ? "Write it like 'GDPR 46(2)(c)' or 'eu/gdpr-2016-679 46'; lexatlas search finds names."
      : `lexatlas outline ${first.instrument} lists its provisions.`,
  );
}

function coded(a: ClauseAnnotation, instrument: Instrument, isWhyAsked: boolean): string[] {
  const at = byEId(instrument).get(a.provision.eId)?.citation ?? a.provision.eId;
  const head = `  ${bold(a.code)} at ${at}: ${a.modality}, ${a.force}, ${a.addressee}; confidence ${a.confidence.toFixed(2)} (${a.annotator})`;
  if (!isWhyAsked) return [head];
  const why = a.evidence.map((e) => {
    const words = e.span === null ? '' : quoted(instrument, e.span);
    return dim(`      ${e.weight >= 0 ? '+' : ''}${e.weight.toFixed(2)} ${e.by}${words}`);
  });
  const cited = (label: string, spans: readonly Span[]): string[] =>
    spans.map((s) => dim(`      ${label}${quoted(instrument, s)}`));
  return [
    head,
    ...why,
    ...a.quantities.flatMap((q) => cited(amount(q), [q.span])),
    ...cited('condition', a.conditions ?? []),
    ...cited('exception', a.exceptions ?? []),
  ];
}

/** `money 5000000 EUR, at most, whichever is higher`. */
function amount(q: Quantity): string {
  const value = q.kind === 'duration' ? q.unit : `${q.value} ${q.unit}`;
  const bound = q.bound === undefined ? '' : `, at ${q.bound}`;
  return `${q.kind} ${value}${bound}${q.whichever === undefined ? '' : `, whichever is ${q.whichever}`}`;
}

function quoted(instrument: Instrument, span: Span): string {
  return ` “${instrument.text.slice(span.start, span.end).replace(/\s+/g, ' ')}”`;
}
