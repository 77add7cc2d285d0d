/** A term in quotation marks before what it means; what another law's words mean, 'as referred to in' it, is no term of this one. */
const TERM =
  /["“„«]\s?[\p{L}\d][^”"»“]{0,90}["”»](?!,? (?:as )?referred to (?:in|under) (?!this\b))[^.;:“"]{0,90}?(?<!\bnot )\b(?:means?|includes?|refers? to|has the (?:same )?meaning|have the meanings?)\b/gu;
/** A term that a dash parts from what it means: `"lamp" - a light`. */
const DASHED_TERM = /["“„«][\p{L}\d][^”"»“\n]{0,90}["”»]\s?[-–—]\s(?=\p{Ll})/gu;
/** A term without quotation marks that a paragraph opens with, in lower case or in italics: `boat means …`, `_Boat Act_ means …`. */
const PLAIN_TERM =
  /(?:_[^_\n]{2,80}_|(?!(?:and|or|but)\b)\p{Ll}[\p{L}\d ’'-]{1,60})(?:,[^.;:\n]{0,90}?)?\s?(?:(?:of|about) an? [\p{L} ]{2,40} )?(?:means|includes|has the (?:same )?meaning|have the meanings?)\b|_\p{Ll}[^_\n]{1,80}_(?::|(?:,? (?:of|about) [^.;:\n]{0,90}?)?,? (?:is|does not include|has a meaning)\b)/uy;

/** What opens a list of definitions whose terms stand without quotation marks. */
const DEFINES =
  /\b(?:following (?:terms|words|definitions)\b[^.;]{0,60}\b(?:mean|apply|have)|terms? (?:used|defined) (?:below|here))/iu;
const LONGEST_OPENING = 200;
/** A term with a capital letter behind such an opening, in one line with what it means or alone in its own. */
const CAPITAL_TERM =
  /(?!(?:As|In|For|The following|Except|Unless|Where|If)\b)\p{Lu}[\p{L}\d ’'()/-]{1,70}?(?:\s+(?:means?|includes?|is|are|exists?|has|have|encompass(?:es)?)\b|:(?=\s*\n)|(?=\n+\p{Ll}))/uy;

/** Where terms are defined: at the starts of paragraphs, and where quotation marks say so. */
export function termsOf(body: string, paragraphs: readonly number[]): number[] {
  const bare = DEFINES.test(body.slice(0, LONGEST_OPENING))
    ? namedTerms(body, paragraphs)
    : plainTerms(body, paragraphs);
  if (!/["“„«]/.test(body)) return bare;
  const after = (t: RegExpExecArray, ended: RegExp): boolean =>
    t.index === 0 || ended.test(body.slice(Math.max(0, t.index - 12), t.index));
  const quoted = [...body.matchAll(TERM)].filter((t) => after(t, /(?:[.:;–—]|\]|;\s?(?:and|or))\s*$/u));
  const dashed = [...body.matchAll(DASHED_TERM)].filter((t) => after(t, /(?:[.:;,–—]|\s-|\])\s*$/u));
  // One such term may be any quotation.
  const terms = dashed.length > 1 ? [...quoted, ...dashed] : quoted;
  return [...terms.map((t) => t.index), ...bare];
}

function plainTerms(body: string, paragraphs: readonly number[]): number[] {
  return paragraphs.filter((at) => {
    PLAIN_TERM.lastIndex = at;
    return PLAIN_TERM.test(body);
  });
}

/** Where a term stands alone in its line, what it means follows in the next, which opens nothing. */
function namedTerms(body: string, paragraphs: readonly number[]): number[] {
  const found: number[] = [];
  let isAlone = false;
  for (const at of paragraphs) {
    const goesOn = isAlone && /^\p{Ll}/u.test(body.slice(at, at + 2));
    isAlone = false;
    if (goesOn) continue;
    CAPITAL_TERM.lastIndex = at;
    const term = CAPITAL_TERM.exec(body)?.[0];
    isAlone = term !== undefined && `${term}${body.charAt(at + term.length)}`.includes('\n');
    if (term !== undefined) found.push(at);
    else found.push(...plainTerms(body, [at]));
  }
  return found;
}
