import type { Span } from '../model/index.js';
import type { Term } from '../text/analyse.js';
import { nearParts } from './compile.js';
import { isSilent } from './query/meaning.js';
import { type Query, type TextLeaf, textLeaves } from './query/model.js';
import { fitsGlob, patternParts } from './terms/pattern.js';
import { plain, termsOf } from './terms/terms.js';

/** Words of a text that answer one leaf of a query; `leaf` is the leaf's place in the query. */
export interface Match extends Span {
  readonly leaf: number;
}

/** A leaf made ready for looking: what each text would otherwise pay again. */
interface Sought {
  readonly leaf: number;
  readonly phrases: readonly (readonly string[])[];
  readonly near: number | null;
  readonly globs: readonly string[];
}

/** Returns a function that finds, in reading order, the words of a text that answer the query's wanted leaves. */
export function matcher(query: Query): (text: string) => Match[] {
  const sought = textLeaves(query.root)
    .filter((l) => !isSilent(l))
    .map(prepare);
  return (text) => {
    const terms = termsOf(text);
    const found = sought.flatMap((s) => [
      ...(s.near === null ? s.phrases.flatMap((p) => phrasesIn(terms, p)) : nearIn(terms, s.phrases, s.near)).map(
        (m) => ({ ...m, leaf: s.leaf }),
      ),
      ...globsIn(text, terms, s.globs).map((m) => ({ ...m, leaf: s.leaf })),
    ]);
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** Matches without overlaps, for marking: where two overlap they are one. */
export function marksOf(matches: readonly Span[]): Span[] {
  const marks: Span[] = [];
  for (const { start, end } of matches) {
    const last = marks.at(-1);
    if (last !== undefined && start < last.end)
      marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else marks.push({ start, end });
  }
  return marks;
}

function prepare(leaf: TextLeaf, place: number): Sought {
  const terms = (text: string): string[] => termsOf(text).map((t) => t.term);
  if (leaf.type === 'pattern') {
    const { words, globs } = patternParts(leaf.text);
    return { leaf: place, phrases: words.map(terms), near: null, globs };
  }
  if (leaf.type === 'phrase' && leaf.near !== null)
    return { leaf: place, phrases: nearParts(leaf.text), near: leaf.near, globs: [] };
  return { leaf: place, phrases: [terms(leaf.text)], near: null, globs: [] };
}

/** Where the phrase begins. */
function placesOf(terms: readonly Term[], phrase: readonly string[]): number[] {
  const [first = ''] = phrase;
  const isHalf = phrase.length === 1 && isHalfPair(first);
  const places: number[] = [];
  for (let i = 0; i + phrase.length <= terms.length; i += 1) {
    const term = terms[i]?.term ?? '';
    if (term !== first && !(isHalf && term.startsWith(first))) continue;
    if (phrase.every((p, k) => k === 0 || terms[i + k]?.term === p)) places.push(i);
  }
  return places;
}

/** One character of an unspaced script answers to the pairs that begin with it. */
function isHalfPair(sought: string): boolean {
  return [...sought].length === 1 && /^\p{Lo}/u.test(sought);
}

function phrasesIn(terms: readonly Term[], phrase: readonly string[]): Span[] {
  return placesOf(terms, phrase).map((i) => spanOf(terms, i, phrase.length));
}

/** As FTS5's NEAR: no phrase may begin earlier than `near` terms before the last one's beginning, its own length not counted. */
function nearIn(terms: readonly Term[], phrases: readonly (readonly string[])[], near: number): Span[] {
  const places = phrases.map((p) => placesOf(terms, p));
  const found: Span[] = [];
  for (const last of new Set(places.flat())) {
    const chosen = places.map((ps, k) =>
      ps.filter((p) => p <= last && p >= last - (phrases[k]?.length ?? 1) - near).at(-1),
    );
    if (!chosen.includes(last) || chosen.includes(undefined)) continue;
    chosen.forEach((p, k) => {
      if (p !== undefined) found.push(spanOf(terms, p, phrases[k]?.length ?? 1));
    });
  }
  return found;
}

function globsIn(text: string, terms: readonly Term[], globs: readonly string[]): Span[] {
  if (globs.length === 0) return [];
  return terms
    .filter((t) => globs.some((g) => fitsGlob(t.term, g) || fitsGlob(plain(text.slice(t.start, t.end)), g)))
    .map(({ start, end }) => ({ start, end }));
}

function spanOf(terms: readonly Term[], from: number, length: number): Span {
  return { start: terms[from]?.start ?? 0, end: terms[from + length - 1]?.end ?? 0 };
}
