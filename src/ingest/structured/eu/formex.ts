import type { ProvisionKind } from '../../../model/index.js';
import type { Decoded } from '../../encoding.js';
import type { Reader, Reading } from '../../reader.js';
import { allNamed, attribute, childNamed, type Element, firstNamed, readElements } from '../dom.js';
import { wordsOf } from '../words.js';
import { BlockWriter } from '../writer.js';
import { flatten, isBlocky, quotes, words } from './formex-markup.js';

/** Reads Formex 4, the XML of the Publications Office: acts (ACT), annexes and consolidated acts (CONS.ACT). */
export const formexReader: Reader = {
  format: 'formex',
  recognises: (s) => BIBLIOGRAPHY.some((b) => s.head.includes(b)) && /<(?:ACT|CONS\.ACT|ANNEX)[\s>]/u.test(s.head),
  read: async ({ decoded }) => read(decoded),
};

const BIBLIOGRAPHY = ['BIB.INSTANCE', 'BIB.DATA', 'formex'];
/** Bibliography and amendment registers: about the law, not of it. */
const SKIPPED: ReadonlySet<string> = new Set([
  'BIB.INSTANCE',
  'BIB.DATA',
  'INFO.CONSLEG',
  'INFO.PROD',
  'FAM.COMP',
  'GR.MOD.ACT',
  'FAM.COMP.CL',
  'TOC',
]);
const DIVISIONS: readonly (readonly [RegExp, ProvisionKind])[] = [
  [/^(?:sub-?section|sous-section)/iu, 'subsection'],
  [/^section/iu, 'section'],
  [/^(?:chapter|chapitre|kapitel|cap[íi]tulo|capo)/iu, 'chapter'],
  [/^(?:title|titre|titel|t[íi]tulo|titolo)/iu, 'title'],
  [/^(?:part|partie|teil|parte)/iu, 'part'],
];

interface Around {
  readonly depth: number;
  readonly kind: ProvisionKind | null;
}

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const writer = new BlockWriter();
  const walker = new Walker(writer);
  for (const root of roots) walker.walk(root, { depth: 0, kind: null });
  const title = firstNamed(roots, 'TITLE');
  const language = firstNamed(roots, 'LG.DOC');
  const celex = firstNamed(roots, 'NO.CELEX');
  return {
    blocks: writer.finish(),
    metadata: {
      jurisdictions: ['EU'],
      ...(title ? { title: words(title) } : {}),
      ...(language ? { language: wordsOf(language).toLowerCase() } : {}),
      ...(celex ? { identifiers: { celex: wordsOf(celex) } } : {}),
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
    const name = element.name;
    if (SKIPPED.has(name)) return;
    if (!isBlocky(element)) this.notes([element]);
    switch (name) {
      case 'PREAMBLE': {
        this.unit(element, 'preamble', around, []);
        return;
      }
      case 'FINAL': {
        this.unit(element, 'conclusions', around, []);
        return;
      }
      case 'CONSID': {
        this.numbered(element, 'recital', around);
        return;
      }
      case 'DIVISION': {
        this.division(element, around);
        return;
      }
      case 'ARTICLE': {
        this.unit(element, 'article', around, ['TI.ART', 'STI.ART']);
        return;
      }
      case 'ANNEX':
      case 'CONS.ANNEX': {
        this.annex(element, around);
        return;
      }
      case 'PARAG': {
        this.numbered(element, 'paragraph', around);
        return;
      }
      case 'LIST': {
        this.list(element, around);
        return;
      }
      case 'ALINEA':
      case 'P': {
        this.alinea(element, around);
        return;
      }
      case 'NP': {
        this.numbered(element, around.kind === 'article' ? 'paragraph' : 'point', around);
        return;
      }
      case 'GR.SEQ': {
        this.sequence(element, around);
        return;
      }
      case 'TBL':
      case 'CORPUS': {
        this.table(element, around);
        return;
      }
      default:
        if (isBlocky(element)) this.walk(element, around);
        else this.leaf(element, around);
    }
  }

  private unit(element: Element, kind: ProvisionKind, around: Around, titles: readonly string[]): void {
    const [num, ...headings] = titles.map((t) => childNamed(element, t));
    this.writer.open(kind, around.depth, {
      num: num ? words(num) : null,
      heading: headings
        .map((h) => (h ? words(h) : ''))
        .join(' ')
        .trim(),
    });
    for (const child of element.elements)
      if (!titles.includes(child.name)) this.element(child, { depth: around.depth + 1, kind });
  }

  private division(element: Element, around: Around): void {
    const title = childNamed(element, 'TITLE');
    const num = title ? firstNamed([title], 'TI') : null;
    const heading = title ? firstNamed([title], 'STI') : null;
    const printed = num ? words(num) : '';
    const kind = DIVISIONS.find(([pattern]) => pattern.test(printed))?.[1] ?? 'division';
    this.writer.open(kind, around.depth, {
      num: printed,
      heading: heading ? words(heading) : null,
    });
    for (const child of element.elements) if (child !== title) this.element(child, { depth: around.depth + 1, kind });
  }

  private annex(element: Element, around: Around): void {
    const title = childNamed(element, 'TITLE');
    const lines = title ? allNamed([title], 'P').map(words) : [];
    this.writer.open('annex', around.depth, {
      num: lines[0] ?? (title ? words(title) : null),
      heading: lines.slice(1).join(' '),
    });
    for (const child of element.elements)
      if (child !== title) this.element(child, { depth: around.depth + 1, kind: 'annex' });
  }

  private sequence(element: Element, around: Around): void {
    const title = childNamed(element, 'TITLE');
    if (title) this.writer.words(around.depth, words(title));
    for (const child of element.elements) if (child !== title) this.element(child, around);
  }

  private list(element: Element, around: Around): void {
    const kind: ProvisionKind = around.kind === 'point' ? 'subpoint' : around.kind === 'subpoint' ? 'item' : 'point';
    const depth = around.kind === 'article' ? around.depth + 1 : around.depth;
    for (const item of element.elements) this.numbered(item, kind, { depth, kind: around.kind });
  }

  /** A unit with a printed number (NO.PARAG, NO.P) and words; the first words open it, lists and further words follow. */
  private numbered(element: Element, kind: ProvisionKind, around: Around): void {
    const pieces = flatten(element);
    const mark = pieces.find((p) => p.name === 'NO.PARAG' || p.name === 'NO.P');
    const num = mark ? words(mark) : null;
    const [first, ...rest] = pieces.filter((p) => p !== mark);
    const opened = first && !isBlocky(first) ? words(first) : null;
    this.writer.open(
      (num === null ? kind.endsWith('point') || kind === 'item' : /^[—–•-]$/u.test(num)) ? 'indent' : kind,
      around.depth,
      { num, text: opened ?? '' },
    );
    this.notes(pieces.filter((p) => !isBlocky(p)));
    for (const piece of opened === null && first ? [first, ...rest] : rest) {
      this.element(piece, { depth: around.depth + 1, kind });
    }
  }

  private alinea(element: Element, around: Around): void {
    if (!isBlocky(element)) {
      this.leaf(element, around);
      return;
    }
    if (around.kind !== 'article') {
      this.walk(element, around);
      return;
    }
    const [first, ...rest] = flatten(element);
    if (first && !isBlocky(first)) this.leaf(first, around);
    for (const piece of first && isBlocky(first) ? [first, ...rest] : rest)
      this.element(piece, isBlocky(piece) ? around : { depth: around.depth + 1, kind: 'paragraph' });
  }

  private leaf(element: Element, around: Around): void {
    const text = words(element);
    if (text === '') return;
    if (around.kind === 'article') this.writer.open('paragraph', around.depth, { text });
    else this.writer.words(around.depth, text);
  }

  private table(element: Element, around: Around): void {
    const rows = allNamed([element], 'ROW').map((row) => allNamed([row], 'CELL').map(words));
    if (rows.length > 0) this.writer.table(around.depth, rows);
    else this.leaf(element, around);
    // A table may keep its footnotes in a group of their own.
    if (isBlocky(element)) for (const note of allNamed([element], 'NOTE')) this.note(note);
  }

  /** Footnotes of words that stand here; those of inner blocks are met when the walk comes to them. */
  private notes(elements: readonly Element[]): void {
    for (const note of allNamed(elements, 'NOTE')) this.note(note);
  }

  private note(note: Element): void {
    this.writer.footnote(attribute(note, 'NOTE.ID').replace(/^E0*/u, '') || null, wordsOf(note, quotes));
  }
}
