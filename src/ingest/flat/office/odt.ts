import type { Block } from '../../../model/index.js';
import { type Reader, refusedReading } from '../../reader.js';
import { attribute, type Element, firstNamed, readElements } from '../../structured/dom.js';
import { line, titleOf } from '../blocks.js';
import { unzip } from './archive.js';
import { Counters, type ListStyles, listStylesOf, struckStylesOf } from './odt-styles.js';

const MIMETYPE = 'mimetypeapplication/vnd.oasis.opendocument.text';
const PARTS = /^(?:content|styles)\.xml$/u;
/** What a writer keeps beside the law: deleted wording, running fields' sources, comments. */
const SKIPPED: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'sequence-decls',
  'forms',
  'table-of-content',
  'note-citation',
]);

/** Reads OpenDocument texts (LibreOffice). Numbers that the program counts itself are counted as it does. */
export const odt: Reader = {
  format: 'odt',
  recognises: (s) => Buffer.from(s.bytes.subarray(0, 256)).toString('latin1').includes(MIMETYPE),
  async read({ bytes }) {
    const unzipped = await unzip(bytes, PARTS);
    if (!unzipped.ok) return refusedReading(unzipped);
    const roots = [...unzipped.parts.values()].flatMap((p) => readElements(p));
    const body = firstNamed(roots, 'body');
    const sheet = new Sheet(listStylesOf(roots), struckStylesOf(roots));
    if (body) sheet.walk(body, null);
    return { blocks: sheet.blocks, metadata: titleOf(sheet.blocks), encoding: null, diagnostics: [] };
  },
};

/** The list around a paragraph. */
interface List {
  readonly style: string;
  /** From 1. */
  readonly level: number;
}

class Sheet {
  readonly blocks: Block[] = [];
  private readonly counters: Counters;
  private notes: string[] = [];

  constructor(
    lists: ListStyles,
    private readonly struck: ReadonlySet<string>,
  ) {
    this.counters = new Counters(lists);
  }

  walk(element: Element, list: List | null): void {
    for (const child of element.elements) {
      const name = child.name;
      if (SKIPPED.has(name)) continue;
      if (name === 'p' || name === 'h') this.line(child, '');
      else if (name === 'list') this.list(child, list);
      else this.walk(child, list);
    }
  }

  private list(element: Element, around: List | null): void {
    const style = attribute(element, 'text:style-name') || (around?.style ?? '');
    const list = { style, level: (around?.level ?? 0) + 1 };
    const goesOn =
      attribute(element, 'text:continue-numbering') === 'true' || attribute(element, 'text:continue-list') !== '';
    if (around === null && !goesOn) this.counters.restart(style);
    for (const item of element.elements) {
      const start = attribute(item, 'text:start-value');
      let number =
        item.name === 'list-item' ? this.counters.next(style, list.level, start === '' ? null : Number(start)) : '';
      for (const child of item.elements) {
        const name = child.name;
        if (name === 'p' || name === 'h') {
          this.line(child, number);
          number = '';
        } else if (name === 'list') this.list(child, list);
        else if (!SKIPPED.has(name) && name !== 'number') this.walk(child, list);
      }
    }
  }

  private line(element: Element, number: string): void {
    const level = element.name === 'h' ? Number(attribute(element, 'text:outline-level') || '1') - 1 : null;
    const block = line(`${number} ${this.words(element)}`, level);
    if (block.text !== '') this.blocks.push(block);
    for (const note of this.notes) this.blocks.push({ ...line(note), role: 'note' });
    this.notes = [];
  }

  /** The words of a paragraph; footnotes are kept for the line below it. */
  private words(element: Element): string {
    let text = '';
    for (const child of element.children) {
      if (typeof child === 'string') {
        text += child;
        continue;
      }
      const name = child.name;
      const isStruck = this.struck.has(attribute(child, 'text:style-name'));
      if (SKIPPED.has(name) || isStruck) continue;
      if (name === 'note') this.notes.push(this.words(child).trim());
      else text += name === 's' || name === 'tab' || name === 'line-break' ? ' ' : this.words(child);
    }
    return element.name === 'p' ? `${text} ` : text;
  }
}
