import type { ProvisionKind } from '../../../model/index.js';
import type { Decoded } from '../../encoding.js';
import type { Reader, Reading } from '../../reader.js';
import { allNamed, attribute, type Element, firstNamed, readElements } from '../dom.js';
import { wordsOf } from '../words.js';
import { BlockWriter } from '../writer.js';
import {
  headsOf,
  INLINE,
  inline,
  isBlank,
  isFurniture,
  isLeaf,
  isNumberedNorm,
  Numbered,
  PARAGRAPH,
  pieces,
  unitOf,
} from './eurlex-markup.js';

const NUMBER = /\b(?:oj-ti-art|title-article-norm|oj-ti-section-1|title-division-1|title-annex-1)\b/u;
const HEADING = /\b(?:oj-sti-art|stitle-article-norm|oj-ti-section-2|title-division-2|title-annex-2)\b/u;
const LIST_MARK = /^(?:\(?\p{L}{1,5}\)|\(?\d{1,3}[a-z]{0,2}[).]|\p{Lu}\.|[IVX]+\.|[—–•-])$/u;

interface Around {
  readonly depth: number;
  readonly kind: ProvisionKind | null;
}

/** Reads the Official Journal's XHTML (since 2014) and the consolidated XHTML of EUR-Lex. */
export const eurlexReaders: readonly Reader[] = [
  {
    format: 'eurlex-oj',
    recognises: (s) => s.head.includes('class="oj-'),
    read: async ({ decoded }) => read(decoded),
  },
  {
    format: 'eurlex-consolidated',
    recognises: (s) => s.head.includes('class="eli-container"') || s.head.includes('class="title-article-norm"'),
    read: async ({ decoded }) => read(decoded),
  },
];

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const writer = new BlockWriter();
  const walker = new Walker(writer);
  const body = firstNamed(roots, 'body');
  if (body) walker.walk(body, { depth: 0, kind: null });
  const titles = allNamed(roots, 'p')
    .filter((p) => /\b(?:oj-doc-ti|title-doc-first)\b/u.test(attribute(p, 'class')))
    .map((p) => wordsOf(p));
  const title = titles.slice(0, 3).join(' ');
  const celex = /3\d{4}[RLD]\d{4}\b(?<=\b.{10})/.exec(text)?.[0];
  return {
    blocks: writer.finish(),
    metadata: {
      ...(title === '' ? {} : { title }),
      ...(celex === undefined ? {} : { identifiers: { celex } }),
      jurisdictions: ['EU'],
    },
    encoding,
    diagnostics: [],
  };
}

class Walker {
  constructor(private readonly writer: BlockWriter) {}

  walk(element: Element, around: Around): void {
    for (const child of element.elements) this.element(child, around);
  }

  private element(element: Element, around: Around): void {
    const cls = attribute(element, 'class');
    const unit = unitOf(element);
    if (isFurniture(element)) return;
    if (unit !== null) {
      this.unit(element, unit, around);
      return;
    }
    if (/\b(?:oj-note|footnote)\b/u.test(cls)) {
      if (element.name !== 'hr') this.footnote(element);
      return;
    }
    if (element.name === 'table') {
      this.table(element, around);
      return;
    }
    if (/(?:^|\s)grid-list(?:\s|$)/u.test(cls)) {
      this.gridItem(element, around);
      return;
    }
    if (element.name === 'div' && (/^\d{3}\.\d{3}/u.test(attribute(element, 'id')) || isNumberedNorm(element))) {
      this.paragraph(element, around);
      return;
    }
    if (element.name === 'p' || element.elements.every((e) => INLINE.has(e.name))) {
      this.leaf(element, around);
      return;
    }
    this.walk(element, around);
  }

  private unit(element: Element, kind: ProvisionKind, around: Around): void {
    const heads = headsOf(element);
    const num = heads.filter(
      (h) => NUMBER.test(attribute(h, 'class')) || (kind === 'annex' && /oj-doc-ti/u.test(attribute(h, 'class'))),
    );
    const headings = heads.filter((h) => HEADING.test(attribute(h, 'class')));
    if (kind === 'recital') {
      this.recital(element, around);
      return;
    }
    // The second title line of an annex is its heading.
    const [first, ...rest] = num;
    const heading = [...(kind === 'annex' ? rest : []), ...headings].map((h) => inline(h)).join(' ');
    this.writer.open(kind, around.depth, {
      num: first ? inline(first) : null,
      heading,
    });
    const skip = new Set([...num, ...headings]);
    this.inside(element, { depth: around.depth + 1, kind }, skip);
  }

  private inside(element: Element, around: Around, skip: ReadonlySet<Element>): void {
    for (const child of element.elements) {
      if (skip.has(child)) continue;
      if (child.elements.some((e) => skip.has(e)) && unitOf(child) === null) this.inside(child, around, skip);
      else this.element(child, around);
    }
  }

  private recital(element: Element, around: Around): void {
    const text = inline(element);
    const num = /^\(\d+\)/u.exec(text)?.[0] ?? null;
    this.writer.open('recital', around.depth, {
      num,
      text: text.slice(num?.length ?? 0).trim(),
    });
  }

  private paragraph(element: Element, around: Around): void {
    const before = new Numbered(this.writer, around.depth);
    for (const child of pieces(element)) {
      if (isLeaf(child)) before.add(inline(child));
      else this.element(child, { depth: around.depth + 1, kind: 'paragraph' });
    }
    before.close();
  }

  private leaf(element: Element, around: Around): void {
    const text = inline(element);
    if (text === '') return;
    const number = PARAGRAPH.exec(text);
    if (around.kind === 'article') {
      this.writer.open(
        'paragraph',
        around.depth,
        number ? { num: number[1] ?? null, text: text.slice(number[0].length) } : { text },
      );
    } else this.writer.words(around.depth, text);
  }

  private gridItem(element: Element, around: Around): void {
    const [mark, ...rest] = element.elements;
    if (mark) this.item(inline(mark), rest, around);
  }

  private table(element: Element, around: Around): void {
    const rows = allNamed([element], 'tr')
      // Nested lists are indented by empty cells.
      .map((row) => row.elements.filter((cell, at) => at > 1 || !isBlank(cell)))
      .filter((cells) => cells.some((c) => !isBlank(c)));
    const list =
      rows.length > 0 &&
      rows.every((cells) => cells.length === 2 && cells[0] !== undefined && LIST_MARK.test(inline(cells[0])));
    if (list) {
      for (const [mark, body] of rows) if (mark && body) this.item(inline(mark), [body], around);
    } else if (rows.length === 1 && rows[0]?.length === 1) this.walk(rows[0][0] as Element, around);
    else if (rows.length > 0 && around.kind !== null) {
      this.writer.table(
        around.depth,
        rows.map((cells) => cells.map((c) => inline(c))),
      );
    } else for (const cells of rows) this.writer.words(around.depth, cells.map((c) => inline(c)).join(' '));
  }

  private item(mark: string, body: readonly Element[], around: Around): void {
    const dash = /^[—–•-]$/u.test(mark);
    const kind: ProvisionKind = dash
      ? 'indent'
      : around.kind === 'point'
        ? 'subpoint'
        : around.kind === 'subpoint'
          ? 'item'
          : 'point';
    // An unnumbered lead-in is a paragraph of its own; its points stand inside it.
    const depth = around.kind === 'article' ? around.depth + 1 : around.depth;
    const first = new Numbered(this.writer, depth, kind, mark);
    for (const child of body.flatMap(pieces)) {
      if (isLeaf(child)) first.add(inline(child));
      else {
        first.close();
        this.element(child, { depth: depth + 1, kind });
      }
    }
    first.close();
  }

  private footnote(element: Element): void {
    const text = inline(element, true);
    const num = /^\(\s*(\d+|\*+)\s*\)\s*/u.exec(text);
    this.writer.footnote(num?.[1] ?? null, num ? text.slice(num[0].length) : text);
  }
}
