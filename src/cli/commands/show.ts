import type {
  ClauseAnnotation,
  Commencement,
  Excerpt,
  Instrument,
  Provision,
  Quantity,
  Span,
} from '../../model/index.js';
import { locate, showProvision } from '../../search/index.js';
import { commencementsOf } from '../../text/commencement/read.js';
import { flawsOf } from '../../text/coverage.js';
import { ancestry, byEId } from '../../text/provisions.js';
import type { Action } from '../command.js';
import type { InputError } from '../failure.js';
import { notLocated } from '../found/locate.js';
import { bold, dim } from '../output.js';
import { type OpenStudy, openForReading } from '../study.js';

/** Prints a provision in its own words, its codes with the words that decided them, and its counterparts elsewhere. */
export const showCommand: Action = async ([words], options) => {
  const typed = (words as string[]).join(' ');
  const study = openForReading(options);
  try {
    process.stdout.write(study.store.snapshot(() => shown(typed, study, options)));
  } finally {
    study.close();
  }
};

function shown(typed: string, study: OpenStudy, options: Readonly<Record<string, unknown>>): string {
  const found = showProvision(typed, study.store);
  if (found === null) throw notFound(typed, study);
  const { metadata, provision, path, text, twins, annotations, counterparts } = found;
  const whole = study.store.instrument(metadata.id);
  const commencement = whole === null ? [] : commencementsFor(whole, provision);
  if (options.format === 'json')
    return `${JSON.stringify({ metadata, provision, text, twins, annotations, counterparts, path, commencement }, null, 2)}\n`;
  // Evidence may stand in the heading of a chapter, which an excerpt does not hold.
  const instrument = options.why === true ? whole : null;
  const excerpt = study.store.excerpt({ instrument: metadata.id, eId: provision.eId });
  const inside = new Set(
    (excerpt?.provisions ?? [])
      .filter((p) => p.span.start >= provision.span.start && p.span.end <= provision.span.end)
      .map((p) => p.eId),
  );
  const ruledOut = study.store
    .handAnnotations(metadata.id)
    .filter((a) => a.rejects === true && inside.has(a.provision.eId));
  const lines = [
    bold(`${metadata.title}, ${provision.citation ?? provision.eId}`),
    dim(`${metadata.id} · ${metadata.jurisdictions.join(', ')} · ${provision.eId} · ${provision.status}`),
    ...path.map((p) => dim(p)),
    ...(whole === null ? [] : commencement.map((c) => dim(begins(c, whole)))),
    ...(twins.length > 0 ? [`The same number stands in it again: ${twins.join(', ')}.`] : []),
    ...(whole === null ? [] : flawsOf(whole).map((flaw) => `warning: ${flaw}`)),
    '',
    text,
    '',
    ...(excerpt === null ? [] : annotations.flatMap((a) => coded(a, excerpt, instrument))),
    ...ruledOut.map((a) => dim(`  not ${a.code}: ruled out by ${a.annotator}`)),
    ...(counterparts.length > 0 ? ['', bold('Counterparts')] : []),
    ...counterparts.map(
      (a) =>
        `  ${a.score.toFixed(2)} ${a.relation.padEnd(11)} ${a.right?.instrument} ${a.right === null ? '' : study.citationOf(a.right)}  ${dim(a.reason)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function notFound(typed: string, study: OpenStudy): InputError {
  const located = locate(typed, study.store);
  return notLocated(typed, 'missing' in located ? located.missing : undefined);
}

/** What the law says of the beginning and end of a provision, of the units around it and inside it, or of itself as a whole. */
function commencementsFor(instrument: Instrument, shown: Provision): readonly Commencement[] {
  const around = new Set(ancestry(instrument, shown).map((p) => p.eId));
  const places = byEId(instrument);
  return commencementsOf(instrument).filter(({ provision }) => {
    const named = provision === null ? undefined : places.get(provision);
    if (named === undefined) return provision === null;
    return around.has(named.eId) || (named.span.start >= shown.span.start && named.span.end <= shown.span.end);
  });
}

const BEGINS = { 'in-force': 'in force', applies: 'applies', ceases: 'ceases' } as const;

/** `99 applies from 2018-05-25, says 99(2): “…”`. */
function begins(c: Commencement, instrument: Instrument): string {
  const places = byEId(instrument);
  const cited = (eId: string): string => places.get(eId)?.citation ?? eId;
  const day = c.date === null ? '' : `${c.kind === 'ceases' ? ' on' : ' from'} ${c.date}`;
  const subject = c.provision === null ? '' : `${cited(c.provision)} `;
  return `${subject}${BEGINS[c.kind]}${day}, says ${cited(c.from)}:${quoted(instrument, c.span)}`;
}

/** `instrument` is the whole law where the reasons are to be told, null where they are not. */
function coded(a: ClauseAnnotation, excerpt: Excerpt, instrument: Instrument | null): string[] {
  const at = byEId(excerpt).get(a.provision.eId)?.citation ?? a.provision.eId;
  const head = `  ${bold(a.code)} at ${at}: ${a.modality}, ${a.force}, ${a.addressee}; confidence ${a.confidence.toFixed(2)} (${a.annotator})`;
  if (instrument === null) return [head];
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
