import { BODY_DEPTH, unit } from '../cut/inner.js';
import type { DraftUnit } from '../draft.js';
import { labelOf } from '../label.js';
import { type Division, divisionsOf } from './divisions.js';
import { chainOf, compareKeys, type Head } from './heads.js';
import { layOut, type Segment } from './layout.js';
import { bodyOf, type Line } from './lines.js';
import { contentsEnd, headsOf, type Style, UNTITLED } from './style.js';
import { goesOn, isTitle, marginalTitles, runInTitle, withoutRepeat } from './titles.js';

/** From this share of the heads on, short lines above the heads are their titles. */
const TITLED_ABOVE_SHARE = 0.6;

/** More words than this between a head and its repetition are the law's. */
const LONGEST_DOUBLED = 300;

/** `4.1 Principle 1 — Accountability`: schedules that set out principles number them so. */
function isPrinciple(head: Head): boolean {
  return head.key.length > 1 && /^Principle\s\d/u.test(head.title ?? head.rest ?? '');
}

/** One document read in one style: its heads are chosen first, then its lines are dealt out to them. */
export class Outline {
  private readonly units: DraftUnit[] = [];
  private readonly divisions: ReadonlyMap<number, Division>;
  private readonly chosen = new Map<number, Head>();
  /** Lines that hold a title, a note used as one, or a head printed again. */
  private readonly used = new Set<number>();
  private readonly titles: Map<number, string>;
  private readonly back: readonly Segment[];
  private head: Head | null = null;
  private body: Line[] = [];

  constructor(
    private readonly lines: readonly Line[],
    private readonly style: Style,
  ) {
    const all = headsOf(lines, style, () => false);
    const start = contentsEnd(lines, all);
    const found = divisionsOf(lines, style.divisions, start);
    const heads = headsOf(lines, style, (at) => found.has(at)).filter((h) => h.at >= start);
    const { divisions, segments } = layOut(found, heads, lines.length);
    this.divisions = divisions;
    for (const segment of segments) {
      const inside = heads.filter((h) => h.at >= segment.from && h.at < segment.until);
      // Numbers in the schedules of a statute count items, not sections; those of principles are as good as headings.
      const isItems = segment.back && style.kind === 'section' && !style.marked;
      for (const h of chainOf(isItems ? inside.filter(isPrinciple) : inside)) this.chosen.set(h.at, h);
    }
    this.back = segments.filter((s) => s.back);
    this.dropRepeated(heads);
    this.titles = this.findTitles();
  }

  draft(): DraftUnit[] {
    const last = new Map<string, string>();
    let openAnnex: string | undefined = '';
    for (const [at, line] of this.lines.entries()) {
      const head = this.chosen.get(at);
      const division = this.divisions.get(at);
      if (head) this.open(head);
      else if (this.used.has(at)) continue;
      else if (division) {
        const name = `${division.unit.num} ${division.unit.heading}`;
        // A running head names the division that is open.
        if (division.unit.depth > 0 && last.get(division.unit.kind) === name) continue;
        last.set(division.unit.kind, name);
        // So does one that names the annex that is open, with what it is annexed to or a title of its own: these are words.
        const annex =
          division.back && /\d|\b[IVXLC]+\b/u.test(division.unit.num ?? '') ? division.unit.num?.toLowerCase() : '';
        if (annex !== '' && annex === openAnnex) {
          this.body.push(line);
          continue;
        }
        openAnnex = annex;
        this.flush();
        this.units.push(this.withTitleBelow(division, at));
      } else this.body.push(line);
    }
    this.flush();
    return this.units;
  }

  private open(head: Head): void {
    this.flush();
    this.head = head;
    if (head.rest) this.body.push({ text: head.rest, starts: true, level: null, role: 'text', page: null });
  }

  /** Writes the open unit with its words; words outside units belong to the division around them. */
  private flush(): void {
    const { head, body, style } = this;
    const law = body.filter((l) => l.role !== 'note');
    const notes = body.filter((l) => l.role === 'note');
    this.head = null;
    this.body = [];
    const back = (head?.at ?? this.units.length) >= 0 && this.inBack(head, law);
    if (head === null) {
      if (law.length > 0 && (back || this.countsInside(law)))
        this.units.push(...this.style.cut(bodyOf(law), BODY_DEPTH + 1));
      else this.units.push(...law.map((l) => unit('text', BODY_DEPTH + 1, null, l.text)));
    } else {
      const found = runInTitle(this.titles.get(head.at) ?? head.title, bodyOf(law), style.runIn);
      const { title, body: words } = withoutRepeat(found);
      // An annex may stand inside a chapter, beside its articles: what it holds stands deeper.
      const depth = back ? BODY_DEPTH + 1 : BODY_DEPTH;
      const kind = back && isPrinciple(head) ? 'principle' : style.kind;
      this.units.push({ ...unit(kind, depth, head.num, '', title), tier: back ? 'inner' : 'basic' });
      if (words !== '') this.units.push(...style.cut(words, depth + 1));
    }
    for (const note of notes) {
      const [, num = null, words = note.text] =
        (note.page === null ? /^(\d{1,3}) (\p{Lu}.*)$/su.exec(note.text) : null) ?? [];
      this.units.push(unit('footnote', BODY_DEPTH + 9, num, words));
    }
  }

  /** True for words of a clause that counts its paragraphs with its own number in front (`CLAUSE 4`: 4.1). */
  private countsInside(law: readonly Line[]): boolean {
    const around = this.units.at(-1);
    const label = around?.kind === 'division' ? labelOf(around.num) : null;
    return label !== null && law.some((l) => l.text.startsWith(`${label}.1`));
  }

  private inBack(head: Head | null, law: readonly Line[]): boolean {
    const first = law[0];
    const at = head?.at ?? (first === undefined ? -1 : this.lines.indexOf(first));
    return this.isBack(at);
  }

  private isBack(at: number): boolean {
    return this.back.some((s) => at >= s.from && at < s.until);
  }

  /** A head printed again (the running head of each page or chunk, or its bare number) opens nothing. */
  private dropRepeated(heads: readonly Head[]): void {
    let open: Head | null = null;
    const waiting: Head[] = [];
    for (const head of heads) {
      if (this.chosen.has(head.at)) {
        // A heading with the title, then the number again with the words: the first gives its title.
        const twin = waiting.at(-1);
        if (twin && compareKeys(twin.key, head.key) === 0) this.merge(twin, head);
        open = head;
        waiting.length = 0;
      } else if (open && compareKeys(open.key, head.key) === 0) {
        if (this.lines[head.at]?.text === this.lines[open.at]?.text || (!head.title && !head.rest))
          this.used.add(head.at);
      } else waiting.push(head);
    }
  }

  private merge(twin: Head, head: Head): void {
    const between = this.lines.slice(twin.at + 1, head.at).filter((l) => l.role !== 'note');
    const isSame = this.lines[twin.at]?.text === this.lines[head.at]?.text;
    if (isSame || between.reduce((n, l) => n + l.text.length, 0) > LONGEST_DOUBLED) {
      // Words stand below both: the second is a running head of the first.
      this.chosen.delete(head.at);
      this.chosen.set(twin.at, twin);
      this.used.add(head.at);
      return;
    }
    const own = twin.title ?? twin.rest;
    // Two titles that differ are no doubled heading: the first is a line of the unit before.
    if (head.title !== null && own !== null && !head.title.startsWith(own)) return;
    if (head.title === null && head.rest !== null && own !== null && between.length === 0 && !head.rest.startsWith(own))
      return;
    const title = head.title ?? own;
    this.used.add(twin.at);
    // What stands between the two is either the title's second line or the words that the second repeats.
    for (let at = twin.at + 1; at < head.at; at += 1) this.used.add(at);
    const whole = [title, ...between.map((l) => l.text)].filter((t): t is string => t !== null).join(' ');
    this.chosen.set(head.at, { ...head, title: whole === '' ? null : whole });
  }

  private findTitles(): Map<number, string> {
    const heads = [...this.chosen.values()].filter((h) => !UNTITLED.test(h.num)).sort((a, b) => a.at - b.at);
    const titles = new Map<number, string>();
    const bare = heads.filter((h) => h.title === null && !this.isBack(h.at));
    for (const [at, title] of marginalTitles(
      this.lines,
      bare.map((h) => h.at),
    ))
      titles.set(at, title);
    const used = new Set(titles.values());
    for (const [at, line] of this.lines.entries()) if (line.role === 'note' && used.has(line.text)) this.used.add(at);
    if (this.style.titleBelow) {
      for (const head of heads) {
        const below = this.lines[head.at + 1];
        if (head.title !== null || head.rest !== null || !this.isFree(head.at + 1) || !isTitle(below)) continue;
        if (goesOn(below, this.lines[head.at + 2])) continue;
        titles.set(head.at, below.text);
        this.used.add(head.at + 1);
      }
    }
    const above = bare.filter((h) => !titles.has(h.at) && this.isFree(h.at - 1) && isTitle(this.lines[h.at - 1]));
    if (above.length > 2 && above.length >= bare.length * TITLED_ABOVE_SHARE) {
      for (const head of above) {
        titles.set(head.at, this.lines[head.at - 1]?.text ?? '');
        this.used.add(head.at - 1);
      }
    }
    return titles;
  }

  private isFree(at: number): boolean {
    return this.lines[at] !== undefined && !this.chosen.has(at) && !this.divisions.has(at) && !this.used.has(at);
  }

  private withTitleBelow(division: Division, at: number): DraftUnit {
    const below = this.lines[at + 1];
    if (division.unit.heading !== null || !this.isFree(at + 1) || !isTitle(below)) return division.unit;
    this.used.add(at + 1);
    return { ...division.unit, heading: below.text };
  }
}
