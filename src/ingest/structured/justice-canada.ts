import type { ProvisionKind, ProvisionStatus } from '../../model/index.js';
import type { Decoded } from '../encoding.js';
import type { Reader, Reading } from '../reader.js';
import { allNamed, attribute, childNamed, type Element, firstNamed, readElements } from './dom.js';
import { rowsOf, wordsOf } from './words.js';
import { BlockWriter } from './writer.js';

/** Reads the XML in which the Department of Justice of Canada publishes acts and regulations. */
export const justiceCanadaReader: Reader = {
  format: 'justice-canada',
  recognises: (s) =>
    (s.head.includes('justice.gc.ca/lims') || s.head.includes('<Identification')) &&
    /<(?:Statute|Regulation)[\s>]/u.test(s.head),
  read: async ({ decoded }) => read(decoded),
};

const UNITS: Readonly<Record<string, ProvisionKind>> = {
  Section: 'section',
  Subsection: 'subsection',
  Paragraph: 'paragraph',
  Subparagraph: 'subparagraph',
  Clause: 'clause',
  Subclause: 'item',
  Subsubclause: 'item',
  Definition: 'definition',
};
/** The publisher's notes and the register of amendments. */
const SKIPPED: ReadonlySet<string> = new Set([
  'HistoricalNote',
  'Identification',
  'RecentAmendments',
  'FootnoteRef',
  'Footnote',
  'BillHistory',
]);
/** Headings have levels 1 to 6; sections stand below all of them. */
const SECTION_DEPTH = 10;

interface Around {
  readonly depth: number;
  readonly status: ProvisionStatus | null;
}

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const writer = new BlockWriter();
  const root = roots[0];
  if (root) walk(root, { depth: 0, status: null }, writer);
  for (const note of allNamed(roots, 'Footnote'))
    writer.footnote(
      labelOf(note),
      wordsOf(note, (e) => (e.name === 'Label' ? null : undefined)),
    );
  const short = firstNamed(roots, 'ShortTitle') ?? firstNamed(roots, 'LongTitle');
  return {
    blocks: writer.finish(),
    metadata: {
      jurisdictions: ['CA'],
      kind: root && root.name === 'Regulation' ? 'regulation' : 'statute',
      ...(short ? { title: wordsOf(short) } : {}),
      ...assentedTo(roots),
      language: root ? attribute(root, 'xml:lang') || 'en' : 'en',
      status: root && attribute(root, 'in-force') === 'yes' ? 'in-force' : 'unknown',
    },
    encoding,
    diagnostics: [],
  };
}

/** The day of assent, where the file knows it; consolidations of old acts have lost it. */
function assentedTo(roots: readonly Element[]): { made?: string } {
  const stage = allNamed(roots, 'Stages').find((s) => attribute(s, 'stage') === 'assented-to');
  const [year = '', month = '', day = ''] = ['YYYY', 'MM', 'DD'].map((name) => {
    const part = stage ? firstNamed([stage], name) : null;
    return part ? wordsOf(part).padStart(2, '0') : '';
  });
  return /^\d{4}$/u.test(year) && month !== '' && day !== '' ? { made: `${year}-${month}-${day}` } : {};
}

function walk(element: Element, around: Around, writer: BlockWriter): void {
  for (const child of element.elements) visit(child, around, writer);
}

function visit(element: Element, around: Around, writer: BlockWriter): void {
  const name = element.name;
  const kind = UNITS[name];
  if (SKIPPED.has(name)) return;
  if (kind !== undefined) unit(element, kind, around, writer);
  else if (name === 'Introduction' || name === 'Preamble') {
    writer.open('preamble', around.depth);
    walk(element, { ...around, depth: around.depth + 1 }, writer);
  } else if (name === 'Heading') heading(element, around, writer);
  else if (name === 'Schedule') schedule(element, around, writer);
  else if (name === 'GroupHeading') principle(element, around, writer);
  else if (name === 'Provision') provision(element, around, writer);
  // A note to a principle stands beside it in the markup, and would close it.
  else if (name === 'Note') writer.words(around.depth + 1, words(element), around.status);
  else if (name === 'TableGroup') {
    const title = firstNamed([element], 'title');
    if (title) writer.words(around.depth, words(title), around.status);
    writer.table(around.depth, rowsOf(element, 'row', words), around.status);
  } else if (name === 'AmendedText' || name === 'RelatedOrNotInForce')
    walk(element, { ...around, status: name === 'AmendedText' ? 'not-in-force' : around.status }, writer);
  else if (
    ['Text', 'TitleText', 'MarginalNote', 'Label', 'OriginatingRef', 'AmendmentCitation', 'AmendmentDate'].includes(
      name,
    )
  )
    writer.words(around.depth, words(element), around.status);
  else if (element.elements.length === 0) writer.words(around.depth, words(element), around.status);
  else walk(element, around, writer);
}

function unit(element: Element, kind: ProvisionKind, around: Around, writer: BlockWriter): void {
  const depth = kind === 'section' && around.depth < SECTION_DEPTH ? SECTION_DEPTH : around.depth;
  const note = childNamed(element, 'MarginalNote');
  const label = childNamed(element, 'Label');
  const first = childNamed(element, 'Text');
  const text = first ? words(first) : '';
  const isRepealed =
    firstNamed(
      element.elements.filter((e) => e.name === 'Text' || e.name === 'Repealed'),
      'Repealed',
    ) !== null;
  const status = isRepealed ? 'repealed' : around.status;
  writer.open(kind, depth, { num: label ? words(label) : null, heading: note ? words(note) : null, text, status });
  for (const child of element.elements) {
    if (child !== note && child !== label && child !== first) visit(child, { depth: depth + 1, status }, writer);
  }
}

function heading(element: Element, around: Around, writer: BlockWriter): void {
  const level = Number.parseInt(attribute(element, 'level'), 10) || 1;
  const num = labelOf(element);
  const kind: ProvisionKind =
    num !== null && /^part/iu.test(num)
      ? 'part'
      : num !== null && /^(?:chapter|chapitre)/iu.test(num)
        ? 'chapter'
        : 'division';
  const title = childNamed(element, 'TitleText');
  const depth = around.depth >= SECTION_DEPTH ? around.depth : Math.max(around.depth, level - 1);
  writer.open(kind, depth, { num, heading: title ? words(title) : null, status: around.status });
}

function schedule(element: Element, around: Around, writer: BlockWriter): void {
  const head = childNamed(element, 'ScheduleFormHeading');
  const num = head ? labelOf(head) : null;
  const titles = head
    ? head.elements
        .filter((e) => e.name !== 'Label')
        .map(words)
        .join(' ')
    : '';
  // Appendices of the publisher (amendments not in force, related provisions) print no number.
  writer.open(num !== null && /^(?:schedule|annexe)/iu.test(num) ? 'schedule' : 'appendix', 0, {
    num,
    heading: titles,
  });
  for (const child of element.elements) if (child !== head) visit(child, { ...around, depth: SECTION_DEPTH }, writer);
}

/** Group headings of a schedule print a number and a title: '4.1 Principle 1 — …'. */
function principle(element: Element, around: Around, writer: BlockWriter): void {
  const found = /^(\d+(?:\.\d+)*)\s+(.*)$/u.exec(words(element));
  if (found) writer.open('principle', around.depth, { num: found[1] ?? null, heading: found[2] ?? null });
  else writer.words(around.depth + 1, words(element));
}

/** Free provisions of a schedule: labelled points, or clauses whose number is their bold first line. */
function provision(element: Element, around: Around, writer: BlockWriter): void {
  const label = childNamed(element, 'Label');
  const first = childNamed(element, 'Text');
  const text = first ? words(first) : '';
  const rest = element.elements.filter((e) => e !== label && e !== first);
  const inSchedule = around.depth >= SECTION_DEPTH;
  const depth = inSchedule ? around.depth + 1 : around.depth;
  if (label) {
    const num = words(label);
    writer.open(/^[•–—-]$/u.test(num) ? 'indent' : 'paragraph', depth, { num, text, status: around.status });
  } else if (inSchedule && /^\d+(?:\.\d+)+$/u.test(text))
    writer.open('clause', depth, { num: text, status: around.status });
  else {
    writer.words(depth, text, around.status);
    for (const child of rest) visit(child, around, writer);
    return;
  }
  for (const child of rest) visit(child, { ...around, depth }, writer);
}

function labelOf(element: Element): string | null {
  const label = childNamed(element, 'Label');
  return label ? words(label) : null;
}

function words(element: Element): string {
  return wordsOf(element, (e) => {
    // A historical note may stand inside the marginal note of a repealed section.
    if (SKIPPED.has(e.name)) return null;
    // The name in the other language stands right behind.
    return e.name === 'BilingualItemFr' || e.name === 'BilingualItemEn' ? ` ${words(e)} ` : undefined;
  });
}
