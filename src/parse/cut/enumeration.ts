import type { DraftUnit } from '../draft.js';
import { quotedAmendments } from './amending.js';
import { type Line, readLines, type Style } from './marker.js';
import { CLOSES, type Level, type Place, placeOf } from './place.js';

/** A unit whose words still come. */
type Growing = { -readonly [K in keyof DraftUnit]: DraftUnit[K] };

const DEFINITION =
  /^(?![^.:;]{0,120}?\b(?:shall|must|may)\s(?!mean|have))["“”«'‘]?[\p{L}\d][^.:;]{0,120}?["“”»'’]?,?\s+(?:(?<!\b(?:a|an|by|the|other|any|such|no|as|of|or|and|electronic|technological)\s)means?(?!\s(?:of|by|to)\b)|shall mean|has the (?:same )?meaning|have the meaning|shall have the meaning|significa|désigne)\b/u;

/**
 * Flat text cut into numbered paragraphs, points and sub-points, at depths counted from 0. Line feeds part the lines;
 * blank lines part paragraphs. Numbers are told apart (the Roman `(i)` from the ninth letter) by the sequence they stand in.
 * Paragraphs without number are units of kind `paragraph` with num null; terms defined without number are `definition`s.
 * '' gives no units.
 *
 * @param base what is added to every depth
 * @param status the status of every unit
 * @example splitEnumeration('1. A carrier shall:\n(a) keep records; and\n(b) show them.\n2. It may appeal.').length // 4
 */
export function splitEnumeration(
  text: string,
  base = 0,
  status: DraftUnit['status'] = 'in-force',
): readonly DraftUnit[] {
  const lines = readLines(text);
  const enumeration = new Enumeration(base, status);
  for (const [at, line] of lines.entries()) enumeration.take(line, lines, at);
  return quotedAmendments(enumeration.units);
}

/** The units of the lines taken so far, and the lists that are open. */
class Enumeration {
  readonly units: Growing[] = [];
  private readonly levels: Level[] = [];
  /** An unnumbered paragraph holds depth 0, so that the points of its sentence stand inside it. */
  private floor = 0;
  /** The last words of the law itself (footnotes stand between the halves of a sentence): enough to see how it ends. */
  private before = '';
  private hasNumberedParagraph = false;
  private readonly references = new References();

  constructor(
    private readonly base: number,
    private readonly status: DraftUnit['status'],
  ) {}

  take(line: Line, lines: readonly Line[], at: number): void {
    const { levels } = this;
    const note = this.footnoteOf(line, lines[at + 1]);
    if (note !== null) {
      this.open('footnote', levels.length + this.floor, note.num, note.text);
      return;
    }
    const place = line.marker === null ? null : placeOf(line, lines, at, levels, this.before);
    if (place === null || line.marker === null || place.level >= MOST_LEVELS) {
      this.plain(line.marker === null ? line.rest : `${line.marker} ${line.rest}`.trim(), line);
      return;
    }
    const inner = this.isInner(place, line);
    if (
      (place.style === 'dot' && !inner) ||
      (place.style === 'half' && levels.length === 0) ||
      (place.style === 'paren' && levels.length === 0 && !/[:—–]$/.test(this.before))
    ) {
      levels.length = 0;
      this.floor = 0;
    } else while (levels.length > place.level) levels.pop();
    levels.push({ style: place.style, last: place.value, letter: place.letter, inner });
    const depth = levels.length - 1 + this.floor;
    this.open(kindAt(depth, place.style), depth, line.marker, line.rest);
  }

  /**
   * True for numbers with a full stop that open or go on with a list inside a point. Such a list is led to by a colon, or its
   * members are in lower case; what counts paragraphs begins a sentence.
   */
  private isInner(place: Place, line: Line): boolean {
    const { levels } = this;
    if (place.style !== 'dot') return false;
    if (place.value > 1) return levels[place.level]?.inner === true;
    const isLed = levels.length > 0 && !LISTED.has(levels.at(-1)?.style ?? 'dot') && /[:—–]$/.test(this.before);
    return isLed || (levels.length > 1 && levels[0]?.style === 'dot' && /^\p{Ll}/u.test(line.rest));
  }

  /** Words that no number opens: a paragraph of their own, or more of the unit before. */
  private plain(words: string, line: Line): void {
    if (this.opensParagraph(line)) {
      this.levels.length = 0;
      this.floor = 1;
      this.open(DEFINITION.test(words) ? 'definition' : 'paragraph', 0, null, words);
      return;
    }
    const closing = line.afterBlank ? this.closedDepth() : null;
    if (closing === null) this.append(words, line.afterBlank);
    else this.open('text', closing, null, words);
    // Behind the list of the opening sentence a new sentence may lead to a list of its own.
    if (closing === 0) this.levels.length = 0;
  }

  private open(kind: DraftUnit['kind'], depth: number, num: string | null, text: string): void {
    this.units.push({ kind, tier: null, depth: depth + this.base, num, heading: null, text, status: this.status });
    this.references.add(text);
    if (kind === 'paragraph' && num !== null) this.hasNumberedParagraph = true;
    if (kind !== 'footnote') this.before = (text || (num ?? '')).slice(-LAST_WORDS);
  }

  /** Joins words to the last unit; a footnote goes on in the next line, after a blank line the sentence that it cut goes on. */
  private append(words: string, afterBlank: boolean): void {
    const isNote = this.units.at(-1)?.kind === 'footnote' && !afterBlank;
    const last = isNote ? this.units.at(-1) : this.units.findLast((u) => u.kind !== 'footnote');
    if (last === undefined) return;
    const isFirst = last.text === '';
    this.references.add(words, isFirst ? '' : isNote ? last.text : this.before);
    last.text = isFirst ? words : `${last.text} ${words}`;
    // The whole text is not asked for its end: it would be copied together with each line.
    if (!isNote)
      this.before = (isFirst || words.length > LAST_WORDS ? words : `${this.before} ${words}`).slice(-LAST_WORDS);
  }

  /** The depth of words that close the open lists; null where none is open or its sentence goes on. */
  private closedDepth(): number | null {
    const last = this.units.findLast((u) => u.kind !== 'footnote');
    const open = this.levels.length;
    if (last === undefined || open === 0 || last.kind === 'text' || last.text === '') return null;
    if (!/[.;,]\s*(?:and|or)?\s*$/u.test(this.before) || !CLOSES.test(this.before)) return null;
    const depth = last.depth - this.base;
    // A further paragraph below a numbered one is the second of its words, as Latin American laws print it.
    if (depth === 0 && last.kind === 'paragraph') return leadsToList(this.units[0]) ? 0 : 1;
    const outer = Math.max(0, depth - (open > 1 ? open - 1 : 0));
    return outer === 0 ? depth : outer;
  }

  /** Words without a number open a paragraph of their own when a sentence has ended before them and they begin one. */
  private opensParagraph(line: Line): boolean {
    if (this.units.length === 0) return true;
    if (line.marker !== null || !line.afterBlank || this.hasNumberedParagraph) return false;
    if (/[.;:]["”»)]?\s*\d{0,3}\s*$/u.test(this.before) && /^["“«¿¡]?\p{Lu}/u.test(line.rest)) return true;
    return /[.;:)]\s*(?:and|or)?\s*\d{0,3}\s*$/u.test(this.before) && DEFINITION.test(line.rest);
  }

  /** A line that opens with a bare number is a footnote printed where its page ended, if earlier words refer to the number or it cuts a sentence in two. */
  private footnoteOf(line: Line, next: Line | undefined): { readonly num: string; readonly text: string } | null {
    const found = line.marker === null && line.afterBlank ? /^(\d{1,3})\s+(\p{Lu}.*)$/su.exec(line.rest) : null;
    const [, num, text = ''] = found ?? [];
    if (num === undefined) return null;
    return this.references.has(num) || this.isCutBy(text, next) ? { num, text } : null;
  }

  /** A whole sentence between words that break off and words that go on in small letters: the article before has what refers to it. */
  private isCutBy(words: string, next: Line | undefined): boolean {
    return (
      /[\p{Ll},]$/u.test(this.before) &&
      /\.["”]?$/u.test(words) &&
      next?.marker === null &&
      next.afterBlank &&
      /^\p{Ll}/u.test(next.rest)
    );
  }
}

/** The digits are looked for first: they are few. */
const REFERENCE = /\d{1,3}(?![\d.])(?<=[\p{L}.;:,)”"]\s?\d{1,3})/gu;

/** Numbers that words refer to as raised digits that have come down: right behind a letter or a mark of punctuation. */
class References {
  private readonly numbers = new Set<string>();
  /** In pairs: words, and those that end right before them. */
  private unread: string[] = [];

  /** Keeps words, which are read when a number is asked for: most laws have no such line. */
  add(words: string, before = ''): void {
    this.unread.push(words, before);
  }

  has(num: string): boolean {
    const { unread } = this;
    for (let at = 0; at < unread.length; at += 2) {
      const before = unread[at + 1] ?? '';
      const words = before === '' ? (unread[at] ?? '') : `${before.slice(-1)} ${unread[at]}`;
      for (const [number] of words.matchAll(REFERENCE)) this.numbers.add(number);
    }
    this.unread = [];
    return this.numbers.has(num);
  }
}

/** What counts paragraphs where it is outermost. */
const PARAGRAPHS: ReadonlySet<Style> = new Set(['dot', 'half', 'paren']);

/** The deepest list of the shared corpus has five levels. Numbers out of any order would else open one inside the other without end. */
const MOST_LEVELS = 32;

/** Behind bullets and numbers with a full stop no such list is led to. */
const LISTED: ReadonlySet<Style> = new Set(['dot', 'dash']);

/** Enough to see how a sentence ends, and little to search. */
const LAST_WORDS = 60;

function kindAt(depth: number, style: Style): DraftUnit['kind'] {
  if (style === 'dash') return 'indent';
  if (depth === 0) return PARAGRAPHS.has(style) ? 'paragraph' : 'point';
  return depth === 1 ? 'point' : depth === 2 ? 'subpoint' : 'item';
}

/** True where an article opens with words that lead to its numbers: they are a list, and what closes it is the article's. */
function leadsToList(first: Growing | undefined): boolean {
  return first?.kind === 'paragraph' && first.num === null && /[:—–]\s*$/u.test(first.text);
}
