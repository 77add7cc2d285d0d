/** What a dump says of one provision, as far as headings go. */
export interface Entry {
  /** The division that the dump puts it in; '' where it names none. */
  readonly chapter: string;
  readonly words: string;
}

/** An entry without the headings behind its words, and with those that stood behind the words of the entry before. */
export interface Headed extends Entry {
  /** Divisions that begin with this entry and that the dump does not name, as printed. */
  readonly divisions: readonly string[];
  /** Its own title; '' where none stood there. */
  readonly title: string;
  /** What the dump tore off its number: the 'EK' of 'EK MADDE 1'. */
  readonly before: string;
}

/** Headings behind the words of an entry. */
interface Tail {
  readonly words: string;
  /** A division with its word and number. */
  readonly division: string;
  /** The last line, where it looks like a heading without number. */
  readonly title: string;
  readonly before: string;
}

/** From this share of its entries on a dump ends them in the title of the next (the Turkish one: 0.9; the next, by accident: 0.2). */
const TITLED_SHARE = 0.6;
const TITLE = String.raw`\p{Lu}[^.;:\n]{2,120}`;
/** A title glued to the sentence before it, or below it. */
const TITLE_BEHIND = new RegExp(String.raw`[.:)\]](?:\s*\n\s*)?(${TITLE})$`, 'u');
const TITLE_BELOW = new RegExp(String.raw`[.:;)]\s*\n\s*(${TITLE})$`, 'u');
/** 'Part II – Transfers', 'CHAPTER IV' and its title below, behind a sentence. */
const DIVISION =
  /(?:[.)\]”"]\s+|\n\s*)((?:part|chapter|division|title|book)\s+(?:[IVXLC]{1,6}|\d{1,3})[A-Z]?(?:\s*[-–—:]\s*|\s*\n\s*)\p{Lu}[^.;]{2,160})$/iu;
/** The same in Turkish, glued to what stands before and behind it. */
const TURKISH_DIVISION = /(?:[.:,)]\s*)(\p{Lu}+NC[İIUÜ]\s+(?:BÖLÜM|KISIM))\s*(\p{Lu}[^.;:\n]{2,200})$/u;
/** A small letter and a capital: two lines that a copy has glued together. */
const GLUED = /(?<=\p{Ll})(?=\p{Lu})/u;
/** The first word of the next number, cut off before its second. */
const TORN = /(?<=[.)\]\p{Ll}]\s?)(?:GEÇİCİ|EK)$/u;
/** What divides the number of a division from its title. */
const NUMBERED =
  /^(\p{L}+\s+(?:[\dIVXLC]+[A-Z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?=[\s.:–—-]|$)/iu;

/**
 * Entries of a dump whose maker cut the page before each number, so that the headings of what follows stand behind the words of the
 * entry before: they are taken off there and given to what they head. Something is taken for a heading only where it names a
 * division, where the dump itself says that a division begins thereabouts, or where most of its entries end so.
 */
export function withoutTrailing(entries: readonly Entry[]): Headed[] {
  const titled = entries.filter(({ words }) => TITLE_BEHIND.test(words)).length >= entries.length * TITLED_SHARE;
  const names = new Map<string, string>();
  let shown = '';
  let last = '';
  let above: Tail = { words: '', division: '', title: '', before: '' };
  return entries.map(({ chapter, words }, at) => {
    const next = entries[at + 1];
    const begins = chapter !== '' && chapter !== last;
    const isNamed = above.division !== '' && begins && isSame(chapter, above.division);
    if (isNamed) names.set(chapter, longer(chapter, above.division));
    const tail = next === undefined ? { ...NO_TAIL, words } : tailOf(words, next.chapter, titled, begins && at > 0);
    // The dump names the division as soon as its title is met, which is behind the words of the last entry before it.
    const isEarly = begins && at > 0 && !isNamed && !titled && tail.title !== '';
    if (isEarly) names.set(chapter, `${chapter} ${tail.title}`);
    const here = isEarly ? last : chapter;
    if (here !== '') shown = names.get(here) ?? here;
    if (chapter !== '') last = chapter;
    const divisions = above.division === '' || isNamed ? [] : [above.division];
    const { title, before } = above;
    above = isEarly ? { ...tail, title: '' } : tail;
    return { chapter: shown, words: tail.words, divisions, title, before };
  });
}

const NO_TAIL: Tail = { words: '', division: '', title: '', before: '' };

function tailOf(words: string, nextChapter: string, titled: boolean, begins: boolean): Tail {
  const plain = words.trimEnd();
  // The very words that the dump gives as the next heading.
  if (nextChapter !== '' && NUMBERED.test(nextChapter) && plain.endsWith(nextChapter))
    return { ...NO_TAIL, words: plain.slice(0, -nextChapter.length).trimEnd(), division: nextChapter };
  const torn = titled ? TORN.exec(plain) : null;
  if (torn !== null) {
    const tail = tailOf(plain.slice(0, torn.index), '', titled, begins);
    return { ...tail, before: torn[0] };
  }
  const turkish = TURKISH_DIVISION.exec(plain);
  if (turkish !== null) {
    const lines = (turkish[2] ?? '').split(GLUED);
    const title = lines.length > 1 ? (lines.pop() ?? '') : '';
    return {
      ...NO_TAIL,
      words: plain.slice(0, turkish.index + 1),
      division: `${turkish[1]} ${lines.join(' ')}`,
      title,
    };
  }
  const division = DIVISION.exec(plain);
  if (division !== null)
    return {
      ...NO_TAIL,
      words: plain.slice(0, plain.length - (division[1] ?? '').length).trimEnd(),
      division: (division[1] ?? '').replace(/\s+/gu, ' '),
    };
  const title = (titled ? TITLE_BEHIND : begins ? TITLE_BELOW : null)?.exec(plain)?.[1] ?? '';
  return { ...NO_TAIL, words: title === '' ? words : plain.slice(0, -title.length).trimEnd(), title };
}

/** True where both name the division of the same word and number, or one is the other. */
function isSame(chapter: string, division: string): boolean {
  const numbers = [chapter, division].map((name) => NUMBERED.exec(name)?.[1]?.toLowerCase().replace(/\s+/gu, ' '));
  return chapter === division || (numbers[0] !== undefined && numbers[0] === numbers[1]);
}

function longer(a: string, b: string): string {
  return b.length > a.length ? b : a;
}
