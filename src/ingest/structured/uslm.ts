import type { ProvisionKind, ProvisionStatus } from '../../model/index.js';
import type { Decoded } from '../encoding.js';
import type { Reader, Reading } from '../reader.js';
import { allNamed, attribute, childNamed, type Element, firstNamed, readElements } from './dom.js';
import { rowsOf, wordsOf } from './words.js';
import { BlockWriter } from './writer.js';

/** Reads United States Legislative Markup: titles of the Code, public laws and bills (USLM 1 and 2). */
export const uslmReader: Reader = {
  format: 'uslm',
  recognises: (s) =>
    s.head.includes('schemas/uslm') && /<(?:uscDoc|lawDoc|pLaw|bill|resolution|statuteCompilation)[\s>]/.test(s.head),
  read: async ({ decoded }) => read(decoded),
};

const UNITS: Readonly<Record<string, ProvisionKind>> = {
  title: 'title',
  subtitle: 'division',
  division: 'division',
  subdivision: 'division',
  chapter: 'chapter',
  subchapter: 'division',
  part: 'part',
  subpart: 'division',
  article: 'article',
  section: 'section',
  courtRule: 'rule',
  subsection: 'subsection',
  paragraph: 'paragraph',
  subparagraph: 'subparagraph',
  clause: 'clause',
  subclause: 'item',
  item: 'item',
  subitem: 'item',
  appendix: 'appendix',
  schedule: 'schedule',
  preamble: 'preamble',
};
/** What the Office of the Law Revision Counsel adds, and lists of contents. */
const SKIPPED: ReadonlySet<string> = new Set(['meta', 'notes', 'sourceCredit', 'toc', 'editorialContent', 'page']);
const STATUSES: Readonly<Record<string, ProvisionStatus>> = {
  repealed: 'repealed',
  omitted: 'omitted',
  reserved: 'omitted',
  transferred: 'omitted',
  terminated: 'repealed',
  expired: 'repealed',
};

interface Around {
  readonly depth: number;
  readonly status: ProvisionStatus | null;
}

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const writer = new BlockWriter();
  for (const main of allNamed(roots, 'main')) walk(main, { depth: 0, status: null }, writer);
  for (const note of allNamed(roots, 'note').filter(isFootnote)) {
    const num = childNamed(note, 'num');
    const label = num ? wordsOf(num) : null;
    writer.footnote(
      label,
      wordsOf(note, (e) => (e === num ? '' : undefined)),
    );
  }
  const meta = firstNamed(roots, 'meta');
  const title = meta ? firstNamed([meta], 'title') : null;
  return {
    blocks: writer.finish(),
    metadata: { jurisdictions: ['US'], kind: 'statute', language: 'en', ...(title ? { title: wordsOf(title) } : {}) },
    encoding,
    diagnostics: [],
  };
}

function walk(element: Element, around: Around, writer: BlockWriter): void {
  for (const child of element.elements) visit(child, around, writer);
}

function visit(element: Element, around: Around, writer: BlockWriter): void {
  const name = element.name;
  const kind = UNITS[name];
  if (SKIPPED.has(name) || (name === 'note' && !isFootnote(element))) return;
  if (kind !== undefined) unit(element, kind, around, writer);
  else if (name === 'table') writer.table(around.depth, rowsOf(element, 'tr', words), around.status);
  else if (name === 'quotedContent') walk(element, { ...around, status: 'quoted' }, writer);
  else if (isRun(element)) writer.words(around.depth, words(element), around.status);
  else walk(element, around, writer);
}

function unit(element: Element, kind: ProvisionKind, around: Around, writer: BlockWriter): void {
  const num = childNamed(element, 'num');
  const heading = childNamed(element, 'heading');
  const rest = element.elements.filter((e) => e !== num && e !== heading);
  const [first] = rest;
  const opens = first !== undefined && /^(?:chapeau|content|text)$/.test(first.name) && isRun(first);
  const status = around.status ?? STATUSES[attribute(element, 'status')] ?? null;
  const title = heading ? words(heading).replace(/\]$/, '') : '';
  writer.open(kind, around.depth, {
    num: num ? words(num).replace(/^\[|[—–.]+$/g, '') : null,
    heading: title,
    text: opens ? words(first) : '',
    status,
  });
  for (const child of opens ? rest.slice(1) : rest) visit(child, { depth: around.depth + 1, status }, writer);
}

/** True for an element whose words run on: no unit, paragraph or quotation of another law stands inside. */
function isRun(element: Element): boolean {
  return element.elements.every((e) => {
    const name = e.name;
    return (
      UNITS[name] === undefined && !/^(?:p|table|quotedContent|chapeau|content|continuation)$/.test(name) && isRun(e)
    );
  });
}

function isFootnote(note: Element): boolean {
  return attribute(note, 'type') === 'footnote';
}

/** The words of the law: footnotes, and the numbers that point to them, stand apart. */
function words(element: Element): string {
  return wordsOf(element, (e) =>
    e.name === 'note' || (e.name === 'ref' && attribute(e, 'class') === 'footnoteRef') ? null : undefined,
  );
}
