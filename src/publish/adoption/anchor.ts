import type { Instrument, Provision, Span } from '../../model/index.js';
import { byEId, fullText } from '../../text/provisions.js';
import { sha256 } from '../annotations/record.js';
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
  if (record.quote !== null && record.quote.exact !== '') return byQuote(record, instrument);
  const sha = record.quoteSha256;
  return sha === null || record.span === null
    ? byCitation(record, instrument)
    : byHash(record, sha, record.span, instrument);
}

/** A coding without its words: they are the ones meant where their hash is the one given. */
function byHash(record: CodingRecord, sha: string, span: Span, instrument: Instrument): Anchor {
  const { text } = instrument;
  if (sha256(text.slice(span.start, span.end)) === sha) return byCitation(record, instrument);
  const length = span.end - span.start;
  const starts = instrument.provisions.flatMap((p) => [p.span.start, words(instrument, p).start]);
  const places = [...new Set(starts)].filter((at) => sha256(text.slice(at, at + length)) === sha);
  const [at] = places;
  const home = at === undefined ? null : smallest(instrument, { start: at, end: at + length });
  if (at === undefined || home === null)
    return lost(
      'orphaned',
      'The words at these offsets are not the ones that were coded (sha256); check the version of the law.',
    );
  if (places.length > 1) return lost('ambiguous', `Words with this sha256 stand at ${places.length} places.`);
  return {
    outcome: 'moved',
    eId: home.eId,
    span: { start: at, end: at + length },
    reason: `Words with this sha256 now stand at ${home.citation ?? home.eId}.`,
  };
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
