/** A line longer than this with several heads inside is a text that has lost its lines. */
const LONGEST_LINE = 3000;
/** This many heads inside one line, or page marks in a text, are no accident. */
const LEAST = 4;
const HEAD =
  /\s(?=(?:ARTICLE|ANNEX|PART|CHAPTER) ?(?:\d|[ivxlIVXL]|on ))|(?<=\p{Ll}\.)(?=(?:second|third) annex on )/gu;
/** What a dump that writes its keywords in capitals makes of the word 'annexes', which is a title of its own. */
const PLURAL = /\bANNEX es(?=\p{Ll})/gu;
const PAGE_MARK = /^(\d{1,3})-(\d{1,3})(?=\p{Lu}|\s*$)/u;

/**
 * Lines of a text that a dump has run together, broken before each head in capitals (ARTICLE, ANNEX, PART). Where such a text
 * has also lost the blank between a Roman number and its title (`ARTICLE xivgeneral`), the number that continues the
 * sequence is parted from the title. Titles, numbered paragraphs and glued points get lines of their own. Other texts come back unchanged.
 */
export function brokenLines(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const pieces = line.length < LONGEST_LINE ? [line] : line.replace(PLURAL, 'annexes\n').split(HEAD);
    return pieces.length < LEAST ? [line] : withNumbers(pieces).flatMap(titled).flatMap(paragraphs).flatMap(points);
  });
}

/** Words that a title in capital letters writes small unless they open it: where they stand in capitals, a sentence begins. */
const OPENER =
  '(?:The|An?|Any|Each|Neither|No|Nothing|This|If|Where|When|Unless|Upon|After|For|In|On|At|By|With|As|To|Subject|Except|Notwithstanding|Further)';
/** A title in capital letters that runs into its first numbered paragraph, or into a sentence that begins with such a word. */
const RUN_IN_TITLE = new RegExp(
  `^(ARTICLE \\d+\\. \\p{Lu}[\\p{L}’'-]*(?:,? (?:\\p{Lu}[\\p{L}’'-]*|of|the|and|to|in|for|on|by|with|an?|or|from|as)){0,15}?) (?=1\\. \\p{Lu}|${OPENER} )`,
  'u',
);

/** Parts a title that is printed with its number from the words that it runs into. */
function titled(piece: string): string[] {
  const title = RUN_IN_TITLE.exec(piece)?.[1];
  return title === undefined ? [piece] : [title, '', piece.slice(title.length + 1)];
}

/** Puts points that are glued to the words before them (`members;(b) each`) on lines of their own, and what stands behind a title. */
function points(line: string): string[] {
  return line.split(/\n|(?<=[\p{Ll}:;.,\]])(?=\((?:[a-z]|[ivx]{1,4})\) ["“\p{L}])/u);
}

/** Parts each Roman number from its title, counting on from the number before; a number out of turn is a mention, and its sentence goes on. */
function withNumbers(pieces: readonly string[]): string[] {
  let last = 0;
  const out: string[] = [];
  for (const piece of pieces) {
    const printed = /^ARTICLE ([ivxl]+)(?: bis)?(?=[a-z ])/u.exec(piece);
    const rest = piece.slice('ARTICLE '.length);
    const same = new RegExp(`^${roman(last)} bis(?=[a-z])`, 'u').exec(rest)?.[0];
    const next = [last + 1, 1].map(roman).find((r) => rest.startsWith(r));
    const number = same ?? next;
    const isMention =
      number === undefined || (rest.charAt(printed?.[1]?.length ?? 0) === ' ' && number !== printed?.[1]);
    if (printed === null) out.push(piece.replace(LATER_ANNEX, (words) => words.toUpperCase()));
    else if (number === undefined || (isMention && same === undefined)) out.push(`${out.pop() ?? ''} ${piece}`.trim());
    else {
      if (same === undefined) last = number === 'i' && last > 0 ? 1 : last + 1;
      out.push(`ARTICLE ${number} ${rest.slice(number.length).trimStart()}`);
    }
  }
  return out;
}

/** The heading of a further annex, whose keyword such a dump does not see. */
const LATER_ANNEX = /^(?:second|third) annex(?= on )/u;

/** Breaks before `1. `, `2. `… as long as they count on, where the number is glued to the word before it or follows a sentence. */
function paragraphs(piece: string): string[] {
  const out: string[] = [];
  let from = 0;
  let next = piece.startsWith('1. ') ? 2 : 1;
  for (const found of piece.matchAll(
    /(?<=[\p{Ll}.;:)]|[.;)] )(\d{1,2})(?:\. ?(?=[\p{L}(])| (?=ARTICLE [ivxl]+ \p{Ll}))/gu,
  )) {
    if (Number(found[1]) !== next) continue;
    out.push(piece.slice(from, found.index), '');
    from = found.index;
    next += 1;
  }
  return ['', ...out, piece.slice(from), ''];
}

function roman(value: number): string {
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l'];
  return `${tens[Math.floor(value / 10)] ?? ''}${ones[value % 10] ?? ''}`;
}

/**
 * Lines without the page numbers (`8-18`, chapter and page) that a copy from PDF glued to their beginnings. They are taken for
 * page numbers only where several stand in one text, count upwards and name one chapter.
 */
export function withoutPageMarks(lines: readonly string[]): readonly string[] {
  const found = lines.map((l) => PAGE_MARK.exec(l)).filter((m) => m !== null);
  if (found.length < LEAST) return lines;
  const chapters = new Set(found.map((m) => m[1]));
  const pages = found.map((m) => Number(m[2]));
  const counts = pages.every((p, i) => i === 0 || p > (pages[i - 1] ?? 0));
  return chapters.size === 1 && counts ? lines.map((l) => l.replace(PAGE_MARK, '')) : lines;
}

/** The names of fields that a collection of treaties writes above the parts of each. */
const FIELD = /^(Main|Appendix|Annex)Text:\s*$/u;

/** Lines in which the names of a collection's fields are what they stand for: nothing above the main text, a heading above what is annexed. */
export function withoutFields(lines: readonly string[]): readonly string[] {
  if (!lines.some((l) => FIELD.exec(l)?.[1] === 'Main')) return lines;
  return lines.flatMap((line, at) => {
    const field = FIELD.exec(line)?.[1];
    const isEmpty = /^(?:NA)?\s*$/u.test(lines[at + 1] ?? '');
    if (line.trim() === 'NA' && FIELD.test(lines[at - 1] ?? '')) return [];
    return field === undefined ? [line] : field === 'Main' || isEmpty ? [] : [field.toUpperCase(), ''];
  });
}

/** The elucidation's title; scans damage letters inside its first word. */
const ELUCIDATION = /\s(?=PENJ[\p{Lu},.]{4,8}\s+ATAS\s+(?:PERATURAN|UNDANG))/u;

/**
 * Lines in which the elucidation that is printed after an Indonesian law (penjelasan) begins a line of its own, with its title
 * and its two parts: run into the last article, its words would be taken for the law's.
 */
export function withElucidation(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const [law = '', ...rest] = line.split(ELUCIDATION);
    if (rest.length === 0) return [line];
    const [title = '', ...parts] = rest.join(' ').split(/\s(?=I\. ?UMUM\b|II\. ?PASAL DEMI PASAL\b)/u);
    return [law, '', 'PENJELASAN', title.replace(/^\S+/u, '').trim(), '', ...parts];
  });
}
