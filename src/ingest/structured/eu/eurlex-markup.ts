import type { ProvisionKind } from '../../../model/index.js';
import { attribute, type Element } from '../dom.js';
import { clean, rawWords } from '../words.js';
import type { BlockWriter } from '../writer.js';

/** EUR-Lex names units in ids: `cpt_IV.sct_2`, `art_46`, `rct_1`, `anx_II`. */
const UNITS: Readonly<Record<string, ProvisionKind>> = {
  pbl: 'preamble',
  rct: 'recital',
  pts: 'part',
  prt: 'part',
  tis: 'title',
  cpt: 'chapter',
  sct: 'section',
  sbs: 'subsection',
  art: 'article',
  anx: 'annex',
  fnp: 'conclusions',
};
/** Publisher's furniture: running heads, amendment arrows, disclaimers. */
const FURNITURE = /\b(?:arrow|modref|disclaimer|reference|hd-modifiers|oj-hd-\w+|separator|title-fam-member)\b/u;
/** A paragraph's printed number. */
export const PARAGRAPH = /^(\d{1,3}[a-z]{0,2}\.|\(\d{1,3}\))\s+/u;

/** A unit that opens with its first words; later words are added to it. */
export class Numbered {
  private opened = false;
  constructor(
    private readonly writer: BlockWriter,
    private readonly depth: number,
    private readonly kind: ProvisionKind = 'paragraph',
    private num: string | null = null,
  ) {}

  /** Adds a run of words; the first opens the unit. */
  add(words: string): void {
    if (words === '') return;
    if (this.opened) {
      this.writer.words(this.depth + 1, words);
      return;
    }
    if (this.num === null) {
      const found = PARAGRAPH.exec(`${words} `);
      this.num = found?.[1] ?? null;
      if (found && words.length <= found[0].length) return;
      this.open(found ? words.slice(found[0].length) : words);
    } else this.open(words);
  }

  /** Opens a unit that got a number but no words. */
  close(): void {
    if (!this.opened && this.num !== null) this.open('');
  }

  private open(text: string): void {
    this.opened = true;
    this.writer.open(this.kind, this.depth, { num: this.num, text });
  }
}

/** Elements that part no words. */
export const INLINE: ReadonlySet<string> = new Set(['span', 'a', 'i', 'b', 'em', 'strong', 'sup', 'sub', 'br', 'img']);

/** The unit that an element's id names, or null. */
export function unitOf(element: Element): ProvisionKind | null {
  if (element.name !== 'div') return null;
  const id = attribute(element, 'id').split('.').at(-1) ?? '';
  return UNITS[/^([a-z]{3})_/u.exec(id)?.[1] ?? ''] ?? null;
}

/** True for a consolidated paragraph that opens with its number. */
export function isNumberedNorm(element: Element): boolean {
  const [first] = element.elements;
  return first !== undefined && /\bno-parag\b/u.test(attribute(first, 'class'));
}

/** Titles of a unit: its own, not those of units inside. */
export function headsOf(element: Element): Element[] {
  return element.elements.flatMap((e) =>
    e.name === 'p' ? [e] : /\beli-title\b/u.test(attribute(e, 'class')) ? e.elements : [],
  );
}

/** The blocks inside a container: leaves, lists and tables, whatever divs wrap them. */
export function pieces(element: Element): Element[] {
  if (isLeaf(element) || element.name === 'table' || /(?:^|\s)grid-list(?:\s|$)/u.test(attribute(element, 'class')))
    return [element];
  return element.elements.flatMap((e) => (isFurniture(e) ? [] : pieces(e)));
}

/** True for what belongs to the publisher's page and not to the law. */
export function isFurniture(element: Element): boolean {
  const cls = attribute(element, 'class');
  return cls !== '' && FURNITURE.test(cls);
}

/** True for an element without words of the law. */
export function isBlank(element: Element): boolean {
  return !hasWord(element) && inline(element) === '';
}

/** True as soon as a word is met that no mark of an amendment holds: cells are asked often, and their words are many. */
function hasWord(element: Element): boolean {
  return element.children.some((child) =>
    typeof child === 'string' ? /[a-z]{4}/.test(child) : !isNoteTag(child) && !isFurniture(child) && hasWord(child),
  );
}

/** True for an element that holds words and no blocks. */
export function isLeaf(element: Element): boolean {
  return element.name !== 'table' && element.elements.every((e) => INLINE.has(e.name));
}

const ARROWS = /[►▼][BCM]\d*|◄/gu;

/** The words of a leaf, without the tags of footnotes and the arrows of amendments. */
export function inline(element: Element, keepNotes = false): string {
  const words = rawWords(element, (e) =>
    (!keepNotes && isNoteTag(e)) || isFurniture(e) ? null : e.name === 'br' ? ' ' : undefined,
  );
  return clean(/[►▼◄]/.test(words) ? words.replace(ARROWS, '') : words);
}

function isNoteTag(element: Element): boolean {
  return element.name === 'a' && /^(?:ntc|src\.)/u.test(attribute(element, 'id'));
}
