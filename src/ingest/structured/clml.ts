import type { ProvisionKind, ProvisionStatus } from '../../model/index.js';
import type { Decoded } from '../encoding.js';
import type { Reader, Reading } from '../reader.js';
import { attribute, childNamed, type Element, firstNamed, readElements } from './dom.js';
import { rowsOf, wordsOf } from './words.js';
import { BlockWriter } from './writer.js';

/** Reads Crown Legislation Markup Language, the XML of legislation.gov.uk. */
export const clmlReader: Reader = {
  format: 'clml',
  recognises: (s) => /<Legislation[\s>]/u.test(s.head) && s.head.includes('legislation.gov.uk'),
  read: async ({ decoded }) => read(decoded),
};

const DIVISIONS: Readonly<Record<string, ProvisionKind>> = {
  Part: 'part',
  Chapter: 'chapter',
  Pblock: 'division',
  PsubBlock: 'division',
  EUChapter: 'chapter',
  EUPart: 'part',
};
/** P1 to P5 by where they stand: sections in the body, paragraphs in a schedule. */
const BODY_KINDS: readonly ProvisionKind[] = ['section', 'subsection', 'paragraph', 'subparagraph', 'item'];
const SCHEDULE_KINDS: readonly ProvisionKind[] = ['paragraph', 'subparagraph', 'point', 'subpoint', 'item'];
/** Editorial notes, contents and metadata of the publisher. */
const SKIPPED: ReadonlySet<string> = new Set([
  'Metadata',
  'Contents',
  'Commentaries',
  'CommentaryRef',
  'Versions',
  'Resources',
  'MarginNotes',
  'FootnoteRef',
]);

interface Around {
  readonly depth: number;
  readonly inSchedule: boolean;
  readonly status: ProvisionStatus | null;
  /** Title of the P1group around, for its first P1. */
  readonly heading: string | null;
}

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const writer = new BlockWriter();
  for (const root of roots) walk(root, { depth: 0, inSchedule: false, status: null, heading: null }, writer);
  const title = firstNamed(roots, 'title');
  const language = firstNamed(roots, 'language');
  const made = firstNamed(roots, 'EnactmentDate');
  return {
    blocks: writer.finish(),
    metadata: {
      jurisdictions: ['GB'],
      ...(title ? { title: wordsOf(title) } : {}),
      ...(language ? { language: wordsOf(language) } : {}),
      ...(made && attribute(made, 'Date') !== '' ? { made: attribute(made, 'Date') } : {}),
    },
    encoding,
    diagnostics: [],
  };
}

function walk(element: Element, around: Around, writer: BlockWriter): void {
  for (const child of element.elements) visit(child, around, writer);
}

function visit(element: Element, around: Around, writer: BlockWriter): void {
  const name = element.name;
  if (SKIPPED.has(name)) return;
  const level = levelOf(element);
  const division = DIVISIONS[name];
  if (level > 0) unit(element, level, around, writer);
  else if (division !== undefined) titled(element, division, around, writer);
  else if (name === 'Schedule') titled(element, 'schedule', { ...around, inSchedule: true }, writer);
  else if (name === 'P1group') walkGroup(element, around, writer);
  else if (name === 'PrimaryPrelims' || name === 'SecondaryPrelims') titled(element, 'preamble', around, writer);
  else if (name === 'BlockAmendment') walk(element, { ...around, status: 'quoted', heading: null }, writer);
  else if (name === 'UnorderedList' || name === 'OrderedList') list(element, around, writer);
  else if (name === 'Tabular') {
    const title = childNamed(element, 'Title');
    if (title) writer.words(around.depth, words(title), around.status);
    writer.table(around.depth, rowsOf(element, 'tr', words), around.status);
  } else if (isLeaf(element)) writer.words(around.depth, words(element), around.status);
  else walk(element, around, writer);
}

function unit(element: Element, level: number, around: Around, writer: BlockWriter): void {
  const kinds = around.inSchedule ? SCHEDULE_KINDS : BODY_KINDS;
  const number = childNamed(element, 'Pnumber');
  const bare = number ? words(number) : null;
  const num = bare === null || bare === '' || level === 1 ? bare : `(${bare.replace(/^\(|\)$/gu, '')})`;
  const pieces = element.elements.filter((e) => e !== number).flatMap(unwrap);
  const [first, ...rest] = pieces;
  const opens = first !== undefined && first.name === 'Text';
  const text = opens ? words(first) : '';
  const status = around.status ?? (isGone(element) ? 'repealed' : null);
  writer.open(kinds[level - 1] ?? 'item', around.depth, {
    num,
    heading: level === 1 ? around.heading : null,
    text,
    status,
  });
  // Points that the markup puts beside the subsection which leads to them stand inside it.
  let outer = 0;
  for (const piece of opens ? rest : pieces) {
    const own = levelOf(piece);
    const isBeside = outer > 0 && own > outer;
    if (own > 0 && !isBeside) outer = own;
    visit(piece, { ...around, depth: around.depth + (isBeside ? 2 : 1), heading: null }, writer);
  }
}

const LEVELS: Readonly<Record<string, number>> = { P1: 1, P2: 2, P3: 3, P4: 4, P5: 5 };

/** The level of a numbered provision, 1 to 5; 0 for other elements. */
function levelOf(element: Element): number {
  return LEVELS[element.name] ?? 0;
}

function titled(element: Element, kind: ProvisionKind, around: Around, writer: BlockWriter): void {
  const number = childNamed(element, 'Number');
  const block = childNamed(element, 'TitleBlock');
  const title = childNamed(element, 'Title') ?? (block ? childNamed(block, 'Title') : null);
  writer.open(kind, around.depth, {
    num: number ? words(number) : null,
    heading: title ? words(title) : null,
    status: around.status,
  });
  for (const child of element.elements) {
    if (child !== number && child !== title && child !== block)
      visit(child, { ...around, depth: around.depth + 1, heading: null }, writer);
  }
}

function walkGroup(element: Element, around: Around, writer: BlockWriter): void {
  const title = childNamed(element, 'Title');
  let heading = title ? words(title) : null;
  for (const child of element.elements) {
    if (child === title) continue;
    visit(child, { ...around, heading }, writer);
    if (child.name === 'P1') heading = null;
  }
}

function list(element: Element, around: Around, writer: BlockWriter): void {
  const kind: ProvisionKind = attribute(element, 'Class') === 'Definition' ? 'definition' : 'indent';
  for (const item of element.elements) {
    const [first, ...rest] = item.elements.flatMap(unwrap);
    const opens = first !== undefined && first.name === 'Text';
    writer.open(kind, around.depth, {
      num: attribute(item, 'NumberOverride') || null,
      text: opens ? words(first) : '',
      status: around.status,
    });
    for (const piece of opens || first === undefined ? rest : [first, ...rest])
      visit(piece, { ...around, depth: around.depth + 1 }, writer);
  }
}

const WRAPPER = /^(?:P\d?para|Para|P|BlockText)$/u;

/** Wrappers (P2para, Para) say nothing: their pieces count. */
function unwrap(element: Element): Element[] {
  return WRAPPER.test(element.name) ? element.elements.flatMap(unwrap) : [element];
}

const INLINE: ReadonlySet<string> = new Set([
  ...['Emphasis', 'Strong', 'Term', 'Addition', 'Substitution', 'Repeal', 'Citation', 'CitationSubRef'],
  ...['CommentaryRef', 'SmallCaps', 'Acronym', 'Abbreviation', 'InlineAmendment'],
]);

function isLeaf(element: Element): boolean {
  return element.name === 'Text' || element.elements.every((e) => INLINE.has(e.name));
}

/** Repealed units keep a row of dots. */
function isGone(element: Element): boolean {
  return holdsOnlyDots(element) && wordsOf(element, withoutNumber) !== '';
}

/** True where no letter or number stands inside; most units have one among their first characters. */
function holdsOnlyDots(element: Element): boolean {
  return element.children.every((child) =>
    typeof child === 'string' ? !/[^.\s…]/u.test(child) : withoutNumber(child) === null || holdsOnlyDots(child),
  );
}

function withoutNumber({ name }: Element): null | undefined {
  return name === 'Pnumber' || SKIPPED.has(name) ? null : undefined;
}

function words(element: Element): string {
  return wordsOf(element, (e) => {
    if (SKIPPED.has(e.name)) return null;
    // A list inside a cell of a table keeps its numbers.
    const num = e.name === 'ListItem' ? attribute(e, 'NumberOverride') : '';
    return num === '' ? undefined : ` ${num} ${words(e)} `;
  });
}
