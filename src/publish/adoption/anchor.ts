import type { Instrument, Provision, Span } from '../../model/index.js';
import { byEId, fullText } from '../../text/provisions.js';
import { fromCodePoints } from '../offsets.js';
import type { CodingRecord } from './records.js';

/** Where a coding stands in the text as read now; eId and span are null where it was not taken. */
export interface Anchor {
  readonly outcome: 'found' | 'moved' | 'ambiguous' | 'orphaned';
  readonly eId: string | null;
  readonly span: Span | null;
  readonly reason: string;
}

/** Finds a coding's place: the quoted words at their offsets, then anywhere, then by offsets and pinpoint alone. */
export function anchor(asRead: CodingRecord, instrument: Instrument): Anchor {
  const record = asRead.offsets === 'utf-16' ? asRead : { ...asRead, span: inUnits(asRead.span, instrument.text) };
  return record.quote === null || record.quote.exact === ''
    ? byCitation(record, instrument)
    : byQuote(record, instrument);
}

function inUnits(span: Span | null, text: string): Span | null {
  const units = fromCodePoints(text);
  return span === null ? null : { start: units(span.start), end: units(span.end) };
}

function byQuote(record: CodingRecord, instrument: Instrument): Anchor {
  const { text } = instrument;
  const { exact, prefix, suffix } = record.quote ?? { exact: '', prefix: '', suffix: '' };
  const cited = citedAs(record, instrument);
  if (record.span !== null && text.slice(record.span.start, record.span.end) === exact) {
    const home = cited.find((p) => holds(p, record.span)) ?? smallest(instrument, record.span);
    if (home === null) return lost('orphaned', 'The quoted words stand outside every provision.');
    return {
      outcome: 'found',
      eId: home.eId,
      span: record.span,
      reason: `The quoted words stand at ${home.citation ?? home.eId}.`,
    };
  }
  const places = occurrences(text, exact);
  const context = places.filter(
    (at) => text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + exact.length),
  );
  const inCited = places.filter((at) => cited.some((p) => holds(p, { start: at, end: at + exact.length })));
  const at = [context, inCited, places].find((list) => list.length === 1)?.[0];
  if (at === undefined)
    return places.length === 0
      ? lost('orphaned', 'The quoted words do not occur in the text; check the version of the law.')
      : lost('ambiguous', `The quoted words occur ${places.length} times; quote more words or more context.`);
  const span = { start: at, end: at + exact.length };
  const home = cited.find((p) => holds(p, span)) ?? smallest(instrument, span);
  if (home === null) return lost('orphaned', 'The quoted words stand outside every provision.');
  return {
    outcome: 'moved',
    eId: home.eId,
    span,
    reason: `The quoted words now stand at ${home.citation ?? home.eId}.`,
  };
}

function byCitation(record: CodingRecord, instrument: Instrument): Anchor {
  if (record.provision === '' && record.eId === null) return byOffsets(record, instrument);
  const cited = citedAs(record, instrument);
  const holding = record.span === null ? [] : cited.filter((p) => holds(p, record.span));
  const [only, second] = holding.length > 0 ? holding : cited;
  if (only === undefined)
    return lost('orphaned', `The instrument has no provision ${record.provision}; lexatlas outline lists them.`);
  // Nested units may share a citation (an article that is one paragraph); the outermost holds the others.
  if (second !== undefined && !holds(only, second.span))
    return lost('ambiguous', `Several provisions are cited ${record.provision}; give start and end, or the eId.`);
  if (record.span !== null && holding.length === 0)
    return {
      outcome: 'moved',
      eId: only.eId,
      span: words(instrument, only),
      reason: `The offsets lie outside ${record.provision}; taken for all of it.`,
    };
  return {
    outcome: 'found',
    eId: only.eId,
    span: record.span ?? words(instrument, only),
    reason: `Cited as ${record.provision}.`,
  };
}

/** Tools that know no citations give a stretch alone: it belongs to the smallest provision around it. */
function byOffsets({ span }: CodingRecord, instrument: Instrument): Anchor {
  if (span === null) return lost('orphaned', 'The line names neither a provision nor a place.');
  const home = smallest(instrument, span);
  if (home === null) return lost('orphaned', `No provision holds the characters ${span.start} to ${span.end}.`);
  return { outcome: 'found', eId: home.eId, span, reason: `These characters stand in ${home.citation ?? home.eId}.` };
}

function citedAs(record: CodingRecord, instrument: Instrument): Provision[] {
  const exact = record.eId === null ? undefined : byEId(instrument).get(record.eId);
  if (exact !== undefined) return [exact];
  return instrument.provisions.filter((p) => p.citation === record.provision || p.eId === record.provision);
}

/** The provision without blanks around it, so that a quote made of it begins with a word. */
function words(instrument: Instrument, provision: Provision): Span {
  const text = fullText(instrument, provision);
  const start = provision.span.start + (text.length - text.trimStart().length);
  return { start, end: start + text.trim().length };
}

function holds(provision: Provision, span: Span | null): boolean {
  return span !== null && provision.span.start <= span.start && span.end <= provision.span.end;
}

function smallest(instrument: Instrument, span: Span): Provision | null {
  const holding = instrument.provisions.filter((p) => holds(p, span));
  return holding.reduce<Provision | null>((best, p) => (best === null || p.depth >= best.depth ? p : best), null);
}

/** Beyond so many the answer is ambiguous whatever the number is. */
const MOST_PLACES = 1000;

function occurrences(text: string, exact: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(exact, at + 1))
    places.push(at);
  return places;
}

function lost(outcome: 'ambiguous' | 'orphaned', reason: string): Anchor {
  return { outcome, eId: null, span: null, reason };
}
