import type { ProvisionKind, ProvisionStatus } from '../../model/index.js';
import type { Decoded } from '../encoding.js';
import type { Reader, Reading } from '../reader.js';
import { allNamed, attribute, childNamed, type Element, firstNamed, readElements } from './dom.js';
import { rowsOf, wordsOf } from './words.js';
import { BlockWriter } from './writer.js';

/** Reads Akoma Ntoso 2 and 3, whatever publisher wrote it. */
export const aknReader: Reader = {
  format: 'akn',
  recognises: (s) => s.head.includes('akomaNtoso') && /<(?:\w+:)?akomaNtoso[\s>]/u.test(s.head),
  read: async ({ decoded }) => read(decoded),
};

const UNITS: Readonly<Record<string, ProvisionKind>> = {
  preamble: 'preamble',
  recital: 'recital',
  book: 'book',
  part: 'part',
  title: 'title',
  chapter: 'chapter',
  section: 'section',
  subsection: 'subsection',
  division: 'division',
  subdivision: 'division',
  subpart: 'part',
  subchapter: 'chapter',
  subtitle: 'title',
  article: 'article',
  rule: 'rule',
  clause: 'clause',
  subclause: 'subparagraph',
  paragraph: 'paragraph',
  subparagraph: 'subparagraph',
  point: 'point',
  item: 'item',
  indent: 'indent',
  list: 'point',
  conclusions: 'conclusions',
  attachment: 'annex',
  transitional: 'paragraph',
  table: 'table',
};
/** Elements that hold one run of words. */
const LEAVES: ReadonlySet<string> = new Set([
  'p',
  'li',
  'longTitle',
  'formula',
  'docTitle',
  'crossHeading',
  'heading',
  'subheading',
  'num',
  'block',
  'citation',
  'listIntroduction',
  'listWrapUp',
]);

interface Around {
  readonly depth: number;
  readonly kind: ProvisionKind | null;
  readonly status: ProvisionStatus | null;
}

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const writer = new BlockWriter();
  for (const root of roots) walk(root, { depth: 0, kind: null, status: null }, writer);
  return { blocks: writer.finish(), metadata: metadataOf(roots), encoding, diagnostics: [] };
}

function walk(element: Element, around: Around, writer: BlockWriter): void {
  for (const child of element.elements) visit(child, around, writer);
}

function visit(element: Element, around: Around, writer: BlockWriter): void {
  const name = element.name;
  if (name === 'meta' || name === 'components' || name === 'coverPage') return;
  if (name === 'authorialNote') {
    writer.footnote(attribute(element, 'marker') || null, wordsOf(element));
    return;
  }
  const kind = name === 'hcontainer' ? containerKind(element) : UNITS[name];
  if (name === 'list') {
    for (const child of element.elements) visit(child, around, writer);
  } else if (name === 'table') {
    writer.table(around.depth, rowsOf(element, 'tr', words));
  } else if (kind !== undefined) unit(element, kind, around, writer);
  else if (name === 'quotedStructure') walk(element, { ...around, status: 'quoted' }, writer);
  else if (LEAVES.has(name) || element.elements.length === 0) leaf(element, around, writer);
  else walk(element, around, writer);
}

function unit(element: Element, kind: ProvisionKind, around: Around, writer: BlockWriter): void {
  const num = childNamed(element, 'num');
  const titles = element.elements.filter((e) => e.name === 'heading' || e.name === 'subheading');
  const status = around.status ?? (/(?:repealed|removed)/u.test(attribute(element, 'status')) ? 'repealed' : null);
  writer.open(kind, around.depth, { num: num ? words(num) : null, heading: titles.map(words).join(' '), status });
  for (const note of [num, ...titles]) if (note) notes(note, writer);
  for (const child of element.elements) {
    if (child !== num && !titles.includes(child)) visit(child, { depth: around.depth + 1, kind, status }, writer);
  }
}

function leaf(element: Element, around: Around, writer: BlockWriter): void {
  writer.words(around.depth, words(element), around.status);
  notes(element, writer);
}

function notes(element: Element, writer: BlockWriter): void {
  for (const note of allNamed(element.elements, 'authorialNote'))
    writer.footnote(attribute(note, 'marker') || null, wordsOf(note));
}

function containerKind(element: Element): ProvisionKind | undefined {
  const name = attribute(element, 'name').toLowerCase();
  if (name === 'schedule' || name === 'annex' || name === 'appendix' || name === 'definition' || name === 'principle')
    return name;
  return UNITS[name];
}

function words(element: Element): string {
  return wordsOf(element, (e) =>
    e.name === 'authorialNote' ? null : e.name === 'br' || e.name === 'eol' ? ' ' : undefined,
  );
}

function metadataOf(roots: readonly Element[]): Reading['metadata'] {
  const work = firstNamed(roots, 'FRBRWork');
  const expression = firstNamed(roots, 'FRBRExpression');
  const value = (root: Element | null, name: string, key: string): string => {
    const found = root ? firstNamed([root], name) : null;
    return found ? attribute(found, key) : '';
  };
  const title = firstNamed(roots, 'docTitle') ?? firstNamed(roots, 'shortTitle');
  const stated = title ? words(title) : value(work, 'FRBRalias', 'value');
  const country = value(work, 'FRBRcountry', 'value').toUpperCase();
  const language = value(expression, 'FRBRlanguage', 'language');
  const made = value(work, 'FRBRdate', 'date');
  return {
    ...(stated === '' ? {} : { title: stated }),
    ...(country === '' ? {} : { jurisdictions: [country] }),
    ...(language === '' ? {} : { language: SHORT_LANGUAGE[language] ?? language }),
    ...(/^\d{4}/u.test(made) ? { made } : {}),
  };
}

/** Akoma Ntoso uses ISO 639-2 codes, the model BCP 47, which wants the short ones. */
const SHORT_LANGUAGE: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  zho: 'zh',
  jpn: 'ja',
  kor: 'ko',
  ara: 'ar',
};
