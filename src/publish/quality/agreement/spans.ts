import { tokensOf } from '../../tokens.js';
import type { CodedSpan } from './coding.js';
import { merged, type UnitizedDisagreement, unitizedAlpha, unitizedDisagreement } from './unitizing.js';

/** A text whose words are counted. */
export interface ReadText {
  readonly instrument: string;
  readonly language: string;
  readonly text: string;
}

/** How far the marked words of coders agree; null where nobody marked any. */
export interface SpanFigure {
  /** F1 over words (mean over pairs of coders): twice the words both marked, over the words each marked. */
  readonly tokenF1: number | null;
  /** Krippendorff's alpha for unitizing, over the texts one after another. */
  readonly unitAlpha: number | null;
}

/** Measures spans by code and over all of them, in the texts given. */
export function spanFigures(
  coders: readonly (readonly CodedSpan[])[],
  codes: readonly string[],
  texts: readonly ReadText[],
): ReadonlyMap<string, SpanFigure> {
  const starts = textStarts(texts);
  const length = texts.reduce((sum, t) => sum + t.text.length, 0);
  const words = wordsOf(texts, starts);
  const figures = new Map<string, SpanFigure>();
  const disagreements: UnitizedDisagreement[] = [];
  const all: [both: number, marked: number] = [0, 0];
  for (const code of codes) {
    const placed = coders.map((spans) =>
      merged(
        spans.flatMap((s) => {
          const from = starts.get(s.instrument);
          return s.code !== code || from === undefined ? [] : { start: from + s.start, end: from + s.end };
        }),
      ),
    );
    const disagreement = unitizedDisagreement(placed, { start: 0, end: length });
    disagreements.push(disagreement);
    const marked = placed.map((stretches) => wordsIn(words, stretches));
    const shared: [number, number] = [0, 0];
    for (const [i, mine] of marked.entries())
      for (const theirs of marked.slice(i + 1)) {
        shared[0] += 2 * [...mine].filter((w) => theirs.has(w)).length;
        shared[1] += mine.size + theirs.size;
      }
    all[0] += shared[0];
    all[1] += shared[1];
    figures.set(code, { tokenF1: ratio(shared), unitAlpha: unitizedAlpha([disagreement]) });
  }
  figures.set('all', { tokenF1: ratio(all), unitAlpha: unitizedAlpha(disagreements) });
  return figures;
}

const ratio = ([both, marked]: readonly [number, number]): number | null => (marked === 0 ? null : both / marked);

function textStarts(texts: readonly ReadText[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let at = 0;
  for (const { instrument, text } of texts) {
    starts.set(instrument, at);
    at += text.length;
  }
  return starts;
}

/** Where each word begins, over all texts, in order. */
function wordsOf(texts: readonly ReadText[], starts: ReadonlyMap<string, number>): number[] {
  const words: number[] = [];
  for (const { instrument, language, text } of texts)
    for (const [token, index] of tokensOf(text, language))
      if (/[\p{L}\p{N}]/u.test(token)) words.push((starts.get(instrument) ?? 0) + index);
  return words;
}

/** The words that begin inside a stretch; a stretch that begins within a word takes that word in only if it holds its first letter. */
function wordsIn(words: readonly number[], stretches: readonly { start: number; end: number }[]): Set<number> {
  const out = new Set<number>();
  for (const { start, end } of stretches)
    for (let i = firstFrom(words, start); i < words.length; i += 1) {
      const at = words[i] ?? end;
      if (at >= end) break;
      out.add(at);
    }
  return out;
}

function firstFrom(words: readonly number[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
