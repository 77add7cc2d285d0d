import type { ProvisionKind } from '../../../model/index.js';

/** A heading that a collection left at the end of the article before what it heads. */
export interface TrailingHeading {
  readonly kind: ProvisionKind;
  /** Null where the copy has lost it. */
  readonly num: string | null;
  readonly heading: string;
}

/** An article's words without the headings of what follows it. */
export interface Parted {
  readonly words: string;
  /** In the order in which they stand. */
  readonly headings: readonly TrailingHeading[];
}

const WORDS: Readonly<Record<string, ProvisionKind>> = {
  part: 'part',
  parte: 'part',
  title: 'title',
  título: 'title',
  chapter: 'chapter',
  capítulo: 'chapter',
  section: 'section',
  sección: 'section',
  subsection: 'subsection',
  subsección: 'subsection',
};
/** A heading's first line: `SECTION B`, `Sub-section B.1`, `Section C: Additional obligations`. */
const HEADING =
  /^(?<num>(?<word>PARTE?|Parte?|T[IÍ]TULO|TITLE|T[ií]tulo|Title|CHAPTER|Chapter|CAP[IÍ]TULO|Cap[ií]tulo|SECTION|Section|SECCI[OÓ]N|Secci[oó]n|SUB-? ?SECTION|Sub-? ?[sS]ection|SUBSECCI[OÓ]N|Subsecci[oó]n) (?:[IVXLC]+|\d{1,2}|[A-Z])(?:[.-]\d{1,2})?(?:\s*[.:–—-]+|(?=\s*$)))\s*(?<title>.*)$/u;
/** Where one can begin: quicker to find than the last lines of every article. */
const MAY_HOLD = /\n\s*(?:part|t[iíIÍ]t|chapter|cap[iíIÍ]t|sec|sub-? ?sec)/iu;
/** What an article ends with. */
const ENDED = /[.;:)\]”"»][^\p{L}]*$/u;
/** A heading runs over this many lines at most, the numbers of pages between them, and is no longer than this. */
const MOST_LINES = 5;
const LONGEST = 200;
/** Part, title, chapter and section may stand one above the other. */
const MOST_HEADINGS = 4;

/** Parts the words of an article (lines as its publisher broke them) from the headings that stand at their end, which head what follows. */
export function withoutTrailing(words: string): Parted {
  const headings: TrailingHeading[] = [];
  let rest = words;
  while (headings.length < MOST_HEADINGS && MAY_HOLD.test(rest.slice(-2 * LONGEST))) {
    const found = lastHeading(rest);
    if (found === null) break;
    headings.unshift(found.heading);
    rest = rest.slice(0, found.start).trimEnd();
  }
  if (headings.length === 0) return { words, headings };
  if (ENDED.test(rest)) return { words: rest, headings };
  // The heading above may have lost its number; a division named in a sentence that breaks off stands in no heading.
  const above = UNNUMBERED.exec(rest.slice(-2 * LONGEST))?.[1];
  const own = above === undefined ? '' : rest.slice(0, rest.lastIndexOf(above)).trimEnd();
  return above !== undefined && ENDED.test(own)
    ? { words: own, headings: [{ kind: 'division', num: null, heading: above }, ...headings] }
    : { words, headings: [] };
}

/** A short line of its own behind a blank one. */
const UNNUMBERED = /\n\n(\p{Lu}[^\n.;:,]{2,80})(?<!\s(?:in|of|to|by|under|with|and|or|the|for|on|from|at|see))$/u;

function lastHeading(words: string): { start: number; heading: TrailingHeading } | null {
  const title: string[] = [];
  let end = words.length;
  for (let lines = 0; lines < MOST_LINES && end > 0; ) {
    const start = words.lastIndexOf('\n', end - 1);
    const line = words.slice(start + 1, end).trim();
    end = start;
    if (line === '') continue;
    lines += 1;
    const groups = start < 0 ? undefined : HEADING.exec(line)?.groups;
    const kind = WORDS[(groups?.word ?? '').toLowerCase().replace(/[ -]/g, '')];
    if (groups?.num !== undefined && kind !== undefined) {
      const heading = [groups.title ?? '', ...title].join(' ').trim();
      const isTitle =
        (heading === '' && !groups.num.endsWith('.')) || (/^\p{Lu}/u.test(heading) && !/[.;,:]$/u.test(heading));
      return isTitle && heading.length <= LONGEST ? { start, heading: { kind, num: groups.num, heading } } : null;
    }
    title.unshift(line);
  }
  return null;
}
