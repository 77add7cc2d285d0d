import { primaryTag } from '../text/metadata.js';

/** Languages written without blanks between words; the rest is cut by a pattern, ten times as fast. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
const SPACED = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\n|[^\s]/gu;

/** Words, signs and line breaks of a text, with their offsets. */
export function* tokensOf(text: string, language: string): Iterable<readonly [token: string, index: number]> {
  const primary = primaryTag(language);
  if (!UNSPACED.has(primary)) {
    for (const match of text.matchAll(SPACED)) yield [match[0], match.index];
    return;
  }
  for (const { segment, index } of new Intl.Segmenter(primary, { granularity: 'word' }).segment(text)) {
    if (segment.includes('\n')) yield ['\n', index];
    else if (segment.trim() !== '') yield [segment, index];
  }
}
