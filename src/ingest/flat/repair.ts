/** A line longer than this with several heads inside is a text that has lost its lines. */
const LONGEST_LINE = 3000;
/** This many heads inside one line, or page marks in a text, are no accident. */
const LEAST = 4;
const HEAD = /\s(?=(?:ARTICLE|ANNEX|PART|CHAPTER) ?(?:\d|[ivxlIVXL]))/gu;
const PAGE_MARK = /^(\d{1,3})-(\d{1,3})(?=\p{Lu}|\s*$)/u;

/**
 * Lines of a text that a dump has run together, broken before each head in capitals (ARTICLE, ANNEX, PART). Where such a text
 * has also lost the blank between a Roman number and its title (`ARTICLE xivgeneral`), the number that continues the
 * sequence is parted from the title, and numbered paragraphs get lines of their own. Other texts come back unchanged.
 */
export function brokenLines(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const pieces = line.length < LONGEST_LINE ? [line] : line.split(HEAD);
    return pieces.length < LEAST ? [line] : withNumbers(pieces).flatMap(paragraphs);
  });
}

/** Parts each glued Roman number from its title, counting on from the number before. */
function withNumbers(pieces: readonly string[]): string[] {
  let last = 0;
  return pieces.map((piece) => {
    const glued = /^ARTICLE ([ivxl]+)(?: bis)?(?=[a-z ])/u.exec(piece);
    if (glued === null) return piece;
    const rest = piece.slice('ARTICLE '.length);
    const same = new RegExp(`^${roman(last)} bis(?=[a-z])`, 'u').exec(rest)?.[0];
    const next = [last + 1, 1].map(roman).find((r) => rest.startsWith(r));
    const number = same ?? next;
    if (number === undefined) return piece;
    if (same === undefined) last = number === 'i' && last > 0 ? 1 : last + 1;
    return `ARTICLE ${number} ${rest.slice(number.length).trimStart()}`;
  });
}

/** Breaks before `1. `, `2. `… as long as they count on, where the number is glued to the word before it. */
function paragraphs(piece: string): string[] {
  const out: string[] = [];
  let from = 0;
  let next = 1;
  for (const found of piece.matchAll(/(?<=[\p{Ll}.;:)])(\d{1,2})\. ?(?=[\p{L}(])/gu)) {
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
