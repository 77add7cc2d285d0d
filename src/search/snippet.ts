import type { Instrument, Provision, Span } from '../model/index.js';
import { analyse } from '../text/analyse.js';
import { byEId } from '../text/provisions.js';
import type { Query, QueryNode } from './query.js';

/** The smallest provision that holds the words sought, and its words with the matches marked. */
export interface Snippet {
  readonly provision: Provision;
  /** Plain text around the best matches; `marks` are spans into it. */
  readonly text: string;
  readonly marks: readonly Span[];
}

const SNIPPET_LENGTH = 240;

/** The terms a query looks for, without those it excludes. Prefixes end in `*`. */
export function wantedTerms(query: Query): readonly string[] {
  return query.root === null ? [] : [...new Set(collect(query.root))];
}

/**
 * Returns the pinpoint for a hit: the narrowest unit inside the found passage that holds as many of the wanted terms as
 * the passage does, with a snippet of it.
 */
export function snippet(instrument: Instrument, eId: string, wanted: readonly string[]): Snippet | null {
  const passage = byEId(instrument).get(eId);
  if (passage === undefined) return null;
  const body = instrument.text.slice(passage.span.start, passage.span.end);
  const matches = analyse(body)
    .filter((t) => wanted.some((w) => matchesTerm(t.term, w)))
    .map((t) => ({ term: t.term, start: t.start + passage.span.start, end: t.end + passage.span.start }));
  const found = new Set(matches.map((m) => m.term));
  const holds = (p: Provision): number =>
    new Set(matches.filter((m) => m.start >= p.span.start && m.end <= p.span.end).map((m) => m.term)).size;
  const inside = instrument.provisions.filter(
    (p) => p.citation !== null && p.span.start >= passage.span.start && p.span.end <= passage.span.end,
  );
  const narrowest = inside
    .filter((p) => holds(p) === found.size)
    .sort((a, b) => length(a) - length(b) || a.span.start - b.span.start)[0];
  const provision = found.size === 0 || narrowest === undefined ? passage : narrowest;
  return { provision, ...cut(instrument.text, provision.span, matches) };
}

function cut(text: string, span: Span, matches: readonly Span[]): { text: string; marks: Span[] } {
  const inside = matches.filter((m) => m.start >= span.start && m.end <= span.end);
  const first = inside[0]?.start ?? span.start;
  let start = span.end - span.start <= SNIPPET_LENGTH ? span.start : Math.max(span.start, first - SNIPPET_LENGTH / 4);
  while (start > span.start && start < first && /\S/.test(text[start - 1] ?? ' ')) start += 1;
  const end = Math.min(span.end, start + SNIPPET_LENGTH);
  const lead = start > span.start ? '…' : '';
  const tail = end < span.end ? '…' : '';
  const marks = inside
    .filter((m) => m.start >= start && m.end <= end)
    .map((m) => ({ start: m.start - start + lead.length, end: m.end - start + lead.length }));
  return { text: `${lead}${text.slice(start, end).replace(/\s/g, ' ')}${tail}`, marks };
}

function collect(node: QueryNode): string[] {
  if (node.type === 'not') return [];
  if ('nodes' in node) return node.nodes.flatMap(collect);
  const terms = analyse(node.text).map((t) => t.term);
  return node.type === 'word' && node.isPrefix ? [`${node.text.toLowerCase()}*`] : terms;
}

function matchesTerm(term: string, wanted: string): boolean {
  return wanted.endsWith('*') ? term.startsWith(wanted.slice(0, -1)) : term === wanted;
}

function length(p: Provision): number {
  return p.span.end - p.span.start;
}
