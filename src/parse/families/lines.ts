import type { Block, SourceDocument } from '../../model/index.js';

/** A line of flat text with what its page said of it. */
export interface Line {
  readonly text: string;
  /** True where a paragraph begins: after a blank line, or where the source keeps one paragraph a line. */
  readonly starts: boolean;
  /** Heading level that the markup states, 0 outermost; null for text. */
  readonly level: number | null;
  readonly role: Block['role'];
  readonly page: number | null;
}

/** From this share of lines that break off inside a sentence, a text is taken to be wrapped at a fixed width. */
const WRAPPED_SHARE = 0.2;
/** Lines shorter than this say nothing about wrapping. */
const FULL_LINE = 40;

/** The lines of a document that are not blank. In wrapped text a line goes on where the one before broke off. */
export function linesOf(source: SourceDocument): Line[] {
  const lines = source.blocks.flatMap((b) => {
    const kept = b.text
      .split('\n')
      .map((t) => t.trim())
      .filter((t) => t !== '');
    return kept.map((text, at) => ({
      text,
      starts: at === 0,
      level: b.role === 'heading' && at === 0 ? (b.depth ?? 5) : null,
      role: b.role,
      page: b.page,
    }));
  });
  markEditorsNotes(lines);
  // Where no line breaks off, each line is a paragraph, whatever blank lines the file has.
  if (!isWrapped(lines)) return lines.map((l) => ({ ...l, starts: true }));
  const short = shortLine(lines);
  // A page break or a stray blank line inside a sentence begins no paragraph; a short last line ends one.
  let before: Line | undefined;
  return lines.map((l) => {
    const starts = (l.starts && !breaksOff(before, l)) || (short > 0 && endsParagraph(before, l, short));
    // A note at the foot of a page may cut a sentence.
    if (l.role !== 'note') before = l;
    return { ...l, starts };
  });
}

/** Lines this much shorter than the long ones of the text have ended before its margin. */
const SHORT_LINE = 0.8;
/** Shorter lines are cells of tables and abbreviations. */
const SHORTEST_END = 12;
/** Of the lines, the share that is longer than what counts as a full line. */
const LONG_SHARE = 0.1;
/** Where blank lines stand after at least this share of the short last lines, they alone part paragraphs. */
const PARTED_SHARE = 0.25;

/** Below how many letters a line that ends a sentence ends a paragraph; 0 in a text that parts its paragraphs by blank lines. */
function shortLine(lines: readonly Line[]): number {
  const lengths = lines.map((l) => l.text.length).sort((a, b) => b - a);
  const short = (lengths[Math.floor(lengths.length * LONG_SHARE)] ?? 0) * SHORT_LINE;
  const ends = lines.filter((l, at) => l.level === null && endsParagraph(lines[at - 1], l, short));
  return ends.filter((l) => l.starts).length < ends.length * PARTED_SHARE ? short : 0;
}

/** True where a sentence ends early in its line and the next one begins like a sentence. */
function endsParagraph(before: Line | undefined, line: Line, short: number): boolean {
  if (before === undefined || before.level !== null) return false;
  if (before.text.length >= short || before.text.length < SHORTEST_END) return false;
  return /[.:]["”»)]*$/u.test(before.text) && /^["“«¿¡(]?\p{Lu}\p{Ll}/u.test(line.text);
}

/** The credit that ends a section of the United States Code: `(Added Pub. L. …)`. */
const CREDIT = /^\((?:Added )?(?:\[?Pub\. L\.|\p{Lu}\p{L}+\.? \d{1,2}, \d{4}, ch\.)/u;

/** What Canada prints in small letters below a section: the acts that made and changed it ('2000, c. 5, s. 4; 2015, c. 32, s. 3.'). */
const HISTORY =
  /^(?:(?:R\.S\., |R\.S\.C\., )?\d{4}, c\. [\w-]{1,8}(?: \([^)]{1,20}\))?(?:, (?:ss?|Sch|c)\. ?[\w.()-]{1,12}(?: (?:and|to) [\w.()-]{1,8})?){0,6}[;.]? ?)+(?:\d{1,3})?$/u;

/** After its credit a section of the Code has notes of its editors, longer than the law, until the next heading. */
function markEditorsNotes(lines: Line[]): void {
  let isNote = false;
  for (const [at, line] of lines.entries()) {
    if (line.level !== null) isNote = false;
    isNote ||= CREDIT.test(line.text);
    if (isNote || HISTORY.test(line.text)) lines[at] = { ...line, role: 'note' };
  }
}

/** True where a sentence goes on from one line to the next. */
function breaksOff(before: Line | undefined, line: Line): boolean {
  if (before === undefined || line.level !== null || before.level !== null) return false;
  return /[\p{Ll},]$/u.test(before.text) && /^\p{Ll}/u.test(line.text);
}

function isWrapped(lines: readonly Line[]): boolean {
  let full = 0;
  let broken = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (line.text.length < FULL_LINE || next === undefined) continue;
    full += 1;
    if (!/[.;:!?。；：”"»)—–-]$/u.test(line.text) && /^[\p{Ll}\p{Lo}]/u.test(next.text) && line.level === null)
      broken += 1;
  }
  return full > 0 && broken / full > WRAPPED_SHARE;
}

/** Lines as the body of a unit: wrapped lines are parted by a line feed, paragraphs by a blank line. */
export function bodyOf(lines: readonly Line[]): string {
  return lines.map((l, at) => `${at === 0 ? '' : l.starts ? '\n\n' : '\n'}${l.text}`).join('');
}
