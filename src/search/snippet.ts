import type { Excerpt, Provision, Span } from '../model/index.js';
import { byEId, wordsIn } from '../text/provisions.js';
import { definedIn } from './defined.js';
import { type Match, marksOf, matcher } from './match.js';
import { isSilent } from './query/meaning.js';
import { type Query, textLeaves } from './query/model.js';

/** The smallest provision that holds the words sought, and its words with the matches marked. */
export interface Snippet {
  readonly provision: Provision;
  /** Plain text around the best matches; `marks` are spans into it. */
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Keyword in context: one occurrence with the words before and after it. */
export interface Occurrence {
  readonly provision: Provision;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

/** Two to three lines of a terminal. */
const SNIPPET_LENGTH = 240;
/** Characters of context on each side; scripts without spaces say as much in half the room. */
const CONTEXT_LENGTH = 60;

/** Returns a function that cuts a snippet from a found passage: see `snippetOf`. */
export function snippets(query: Query): (law: Excerpt, eId: string) => Snippet | null {
  const find = finder(query);
  return (law, eId) => snippetOf(law, eId, find);
}

/** Returns a function that cuts the stretch of a text that answers most of the query, its matches marked: a snippet where no law is at hand. */
export function stretches(query: Query): (text: string) => Pick<Snippet, 'text' | 'marks'> {
  const find = matcher(query);
  return (text) => cut({ words: text, from: 0 }, { start: 0, end: text.length }, find(text));
}

/**
 * The pinpoint for a hit: the narrowest unit inside the found passage that answers as many parts of the query as the
 * passage does, with the stretch of it that answers most.
 */
function snippetOf(law: Excerpt, eId: string, find: Find): Snippet | null {
  const passage = byEId(law).get(eId);
  if (passage === undefined) return null;
  const matches = find(law, passage);
  const answered = new Set(matches.map((m) => m.leaf)).size;
  const holds = (p: Provision): number =>
    new Set(matches.filter((m) => m.start >= p.span.start && m.end <= p.span.end).map((m) => m.leaf)).size;
  const narrowest = citable(law, passage)
    .filter((p) => holds(p) === answered)
    .sort((a, b) => length(a) - length(b) || a.span.start - b.span.start)[0];
  const provision = answered === 0 || narrowest === undefined ? passage : narrowest;
  return { provision, ...cut(law, provision.span, matches) };
}

/** Every occurrence of the query's words in a passage, in reading order, each with the narrowest provision that holds it. */
export function occurrences(query: Query): (law: Excerpt, eId: string) => Occurrence[] {
  const find = finder(query);
  return (law, eId) => {
    const passage = byEId(law).get(eId);
    if (passage === undefined) return [];
    const units = citable(law, passage);
    return marksOf(find(law, passage)).map((mark) => {
      const holders = units.filter((p) => p.span.start <= mark.start && p.span.end >= mark.end);
      const provision = holders.sort((a, b) => length(a) - length(b))[0] ?? passage;
      const line = (from: number, to: number): string => wordsIn(law, { start: from, end: to }).replace(/\s+/g, ' ');
      return {
        provision,
        left: line(Math.max(passage.span.start, mark.start - CONTEXT_LENGTH), mark.start),
        keyword: line(mark.start, mark.end),
        right: line(mark.end, Math.min(passage.span.end, mark.end + CONTEXT_LENGTH)),
      };
    });
  };
}

/** The words of a passage that answer the query, at their places in the law. */
type Find = (law: Excerpt, passage: Provision) => Match[];

/** What is asked of definitions is marked where it is the term that is defined, not where the words stand otherwise. */
function finder(query: Query): Find {
  const find = matcher(query);
  const ofDefinitions = new Set(
    textLeaves(query.root)
      .filter((l) => !isSilent(l))
      .flatMap((l, leaf) => (l.field === 'definition' ? [leaf] : [])),
  );
  return (law, passage) => {
    const { start } = passage.span;
    const all = find(wordsIn(law, passage.span)).map((m) => ({ ...m, start: m.start + start, end: m.end + start }));
    if (ofDefinitions.size === 0) return all;
    const defined = definedIn(passage, law.provisions, (span) => wordsIn(law, span)).map((d) => d.span);
    const inTerms = all.filter(
      (m) => !ofDefinitions.has(m.leaf) || defined.some((d) => m.start < d.end && m.end > d.start),
    );
    const isWhole = (m: Match): boolean => defined.some((d) => m.start === d.start && m.end === d.end);
    const whole = new Set(inTerms.filter((m) => ofDefinitions.has(m.leaf) && isWhole(m)).map((m) => m.leaf));
    return inTerms.filter((m) => !whole.has(m.leaf) || isWhole(m));
  };
}

function citable(law: Excerpt, passage: Provision): Provision[] {
  return law.provisions.filter(
    (p) => p.citation !== null && p.span.start >= passage.span.start && p.span.end <= passage.span.end,
  );
}

function cut(
  { words, from }: Pick<Excerpt, 'words' | 'from'>,
  span: Span,
  matches: readonly Match[],
): { text: string; marks: Span[] } {
  // From here on places are those of the excerpt's words.
  const [whole, ...inside] = [span, ...matches.filter((m) => m.start >= span.start && m.end <= span.end)].map((s) => ({
    ...s,
    start: s.start - from,
    end: s.end - from,
  })) as [Span, ...Match[]];
  const isShort = whole.end - whole.start <= SNIPPET_LENGTH;
  const start = isShort ? whole.start : bestStart(words, whole, inside);
  const end = wordEnd(words, Math.min(whole.end, start + SNIPPET_LENGTH), whole.end);
  const lead = start > whole.start ? '…' : '';
  const tail = end < whole.end ? '…' : '';
  const marks = marksOf(inside.filter((m) => m.start >= start && m.end <= end)).map((m) => ({
    start: m.start - start + lead.length,
    end: m.end - start + lead.length,
  }));
  return { text: `${lead}${words.slice(start, end).replace(/\s/g, ' ')}${tail}`, marks };
}

/** Where the window that answers most parts of the query begins: a little before its first match, at a word. */
function bestStart(text: string, span: Span, matches: readonly Match[]): number {
  const lead = SNIPPET_LENGTH / 4;
  let best = span.start;
  let most = new Set(matches.filter((m) => m.end <= span.start + SNIPPET_LENGTH).map((m) => m.leaf)).size;
  for (const m of matches) {
    const from = Math.max(span.start, m.start - lead);
    const answered = new Set(
      matches.filter((x) => x.start >= m.start && x.end <= from + SNIPPET_LENGTH).map((x) => x.leaf),
    ).size;
    if (answered <= most) continue;
    most = answered;
    best = wordStart(text, from, m.start);
  }
  return best;
}

function wordStart(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (/\s/.test(text[at] ?? ' ')) return at + 1;
  return wholeCharacter(text, from);
}

function wordEnd(text: string, to: number, limit: number): number {
  if (to >= limit) return limit;
  for (let at = to; at > to - SNIPPET_LENGTH / 8; at -= 1) if (/\s/.test(text[at] ?? ' ')) return at;
  return wholeCharacter(text, to);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

function length(p: Provision): number {
  return p.span.end - p.span.start;
}
