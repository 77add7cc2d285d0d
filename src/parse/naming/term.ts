/** A term in quotation marks that a definition opens with. */
const QUOTED = /^[^\p{L}\p{N}"“„«‘']{0,3}(?:["“„«]\s?([^"”»“„]{1,120}?)\s?["”»]|[‘']([^‘’']{1,120})[’'])/u;
/** Words that stand between a term and what it means, in the languages whose definitions print no number. */
const MEANING =
  /\s*(?:[,:;(]|[-–—](?=\s|$)|\b(?:means?|includes?|does not|do not|has|have|is|are|shall|exists?|encompass(?:es)?|refers?|désigne|signifie|s['’]entend|significa|se entiende|bedeutet)\b|หมายความ)/u;
/** Longer words before the meaning are a sentence that defines something on its way. */
const LONGEST_TERM = 80;

/**
 * The term that the words of an unnumbered definition define, by which it is named and cited: `boat` for '"boat" means a
 * vessel'. Null where the words open with none.
 */
export function termOf(words: string): string | null {
  const quoted = QUOTED.exec(words);
  const end = quoted === null ? words.search(MEANING) : -1;
  const term = (quoted?.[1] ?? quoted?.[2] ?? (end < 0 ? '' : words.slice(0, end)))
    .replace(/[[\]“”"«»_*]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[,.:;]+$/u, '');
  return term === '' || term.length > LONGEST_TERM || !/\p{L}/u.test(term) ? null : term;
}
