import type { ClauseAnnotation, Instrument, InstrumentMetadata, Provision, ProvisionKind } from '../../model/index.js';
import { fileStem, sha256 } from '../annotations/record.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { attributes, escapeXml, xmlId } from '../xml.js';
import { childrenOf } from './tree.js';

/** Kinds that Akoma Ntoso has an element for; others become `hcontainer` with their name. */
const ELEMENTS: ReadonlySet<ProvisionKind> = new Set([
  ...(['book', 'part', 'title', 'chapter', 'section', 'subsection', 'division', 'article', 'rule', 'clause'] as const),
  ...(['paragraph', 'subparagraph', 'point', 'indent'] as const),
]);
const AGENT = 'lexatlas';

/**
 * Akoma Ntoso 3.0, one document an instrument: the tree with its eIds, and the codings as analysis beside it, so that the
 * law stays as it is. Where the text stays behind, provisions are empty and each `p` carries the sha256 of its words.
 * @see https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html
 */
export const akomaNtoso: Writer = function* (dataset, { text, note }) {
  for (const { instrument, annotations } of dataset.coded()) {
    const { id } = instrument.metadata;
    const isWhole = carriesText(instrument.metadata, text);
    if (!isWhole) note(`${id} goes without its words: its licence holds them back.`);
    yield { path: `${fileStem(id)}.akn.xml`, content: documentOf(instrument, annotations, isWhole) };
  }
};

function documentOf(instrument: Instrument, annotations: readonly ClauseAnnotation[], isWhole: boolean): string {
  const name = instrument.metadata.kind;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:lexatlas="https://lexatlas.example/ns#">',
    `<act name="${escapeXml(name)}" contains="originalVersion">`,
    ...metaOf(instrument, annotations, isWhole),
    '<body>',
    ...bodyOf(instrument, isWhole),
    '</body>',
    '</act>',
    '</akomaNtoso>',
    '',
  ].join('\n');
}

/** A body holds one unit at least: a text that the parser found no units in is one nameless container. */
function bodyOf(instrument: Instrument, isWhole: boolean): string[] {
  const top = childrenOf(instrument, null);
  if (top.length > 0) return top.flatMap((p) => elementOf(instrument, p, isWhole));
  const words = paragraphsOf(instrument.text, isWhole).join('') || '<p/>';
  return [
    `<hcontainer eId="hcontainer_1" name="text"><content eId="hcontainer_1__content">${words}</content></hcontainer>`,
  ];
}

function metaOf({ metadata, text }: Instrument, annotations: readonly ClauseAnnotation[], isWhole: boolean): string[] {
  const { id, title } = metadata;
  const annotators = [...new Set(annotations.map((a) => a.annotator))].sort();
  return [
    '<meta>',
    `<identification source="#${AGENT}">`,
    ...identificationOf(metadata),
    '</identification>',
    `<analysis source="#${AGENT}"><otherAnalysis source="#${AGENT}">`,
    ...annotations.map((a) => codingOf(a, isWhole ? text.slice(a.span.start, a.span.end) : '')),
    '</otherAnalysis></analysis>',
    `<references source="#${AGENT}">`,
    `<TLCOrganization eId="${AGENT}" href="/ontology/organization/${AGENT}" showAs="lexatlas"/>`,
    ...annotators.map(agentOf),
    '</references>',
    `<proprietary source="#${AGENT}"><lexatlas:instrument${attributes({ id, title })}/></proprietary>`,
    '</meta>',
  ];
}

/** The three levels of FRBR, their properties in the order of the schema. A date nobody knows is said to be unknown. */
function identificationOf({ id, language, made, inForce, jurisdictions, source }: InstrumentMetadata): string[] {
  const country = (jurisdictions[0] ?? 'un').toLowerCase();
  const day = made ?? inForce;
  const work = `/akn/${country}/act/${day ?? 'undated'}/${fileStem(id)}`;
  const named = day === null ? 'unknown' : made === null ? 'inForce' : 'made';
  const date = `<FRBRdate${attributes({ date: wholeDay(day), name: named })}/>`;
  const level = (tag: string, uri: string, alias: string, more: string): string =>
    `<${tag}><FRBRthis${attributes({ value: `${uri}/!main` })}/><FRBRuri${attributes({ value: uri })}/>${alias}${date}<FRBRauthor href="#${AGENT}"/>${more}</${tag}>`;
  const alias = source === null ? '' : `<FRBRalias${attributes({ value: source, name: 'source' })}/>`;
  const [expression, format] = [`${work}/${language}@`, 'application/akn+xml'];
  return [
    level('FRBRWork', work, alias, `<FRBRcountry${attributes({ value: country })}/>`),
    level('FRBRExpression', expression, '', `<FRBRlanguage${attributes({ language })}/>`),
    level('FRBRManifestation', `${expression}.akn`, '', `<FRBRformat${attributes({ value: format })}/>`),
  ];
}

/** The schema wants a full date: a year, or a year and month, stand for their first day; nothing at all for the first of all. */
const wholeDay = (day: string | null): string =>
  day === null ? '0001-01-01' : `${day}-01-01`.slice(0, 'YYYY-MM-DD'.length);

/** Who coded, as something that `by` can point to. */
function agentOf(annotator: string): string {
  const tag = annotator.startsWith('human:') ? 'TLCPerson' : 'TLCObject';
  const href = `/ontology/annotator/${encodeURIComponent(annotator)}`;
  return `<${tag}${attributes({ eId: agentId(annotator), href, showAs: annotator })}/>`;
}

const agentId = (annotator: string): string => xmlId(`annotator-${annotator}`);

/** A coding with the words that decided it, which start and end place in the plain text of the instrument. */
function codingOf(a: ClauseAnnotation, words: string): string {
  const fields = {
    ...{ href: `#${a.provision.eId}`, code: a.code, modality: a.modality, force: a.force, addressee: a.addressee },
    ...{
      by: `#${agentId(a.annotator)}`,
      annotator: a.annotator,
      confidence: a.confidence,
      start: a.span.start,
      end: a.span.end,
    },
  };
  return `<lexatlas:coding${attributes(fields)}>${escapeXml(words)}</lexatlas:coding>`;
}

function elementOf(instrument: Instrument, p: Provision, isWhole: boolean): string[] {
  const children = childrenOf(instrument, p.eId);
  const isKnown = ELEMENTS.has(p.kind);
  const tag = isKnown ? p.kind : 'hcontainer';
  const name = isKnown ? null : p.kind;
  const status = p.status === 'in-force' ? null : p.status === 'repealed' || p.status === 'omitted' ? 'removed' : null;
  const first = children[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const words = (isBefore: boolean): string[] =>
    p.ownSpans
      .filter((s) => s.start < first === isBefore)
      .map((s) => instrument.text.slice(s.start, s.end).trim())
      .flatMap((t) => paragraphsOf(t, isWhole));
  // Each part has an eId of its own: `art_1__intro`.
  const part = (element: string, lines: readonly string[]): string =>
    `<${element}${attributes({ eId: `${p.eId}__${element.toLowerCase()}` })}>${lines.join('')}</${element}>`;
  const wrapped = (element: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [part(element, lines)];
  const inner =
    children.length === 0
      ? [part('content', words(true).length > 0 ? words(true) : ['<p/>'])]
      : [
          ...wrapped('intro', words(true)),
          ...children.flatMap((c) => elementOf(instrument, c, isWhole)),
          ...wrapped('wrapUp', words(false)),
        ];
  return [
    `<${tag}${attributes({ eId: p.eId, name, status })}>`,
    ...(p.num === null ? [] : [part('num', [escapeXml(p.num)])]),
    ...(p.heading === null || !isWhole ? [] : [part('heading', [escapeXml(p.heading)])]),
    ...inner,
    `</${tag}>`,
  ];
}

/** Running text as blocks, a line each; of words that stay behind, their hash. */
function paragraphsOf(text: string, isWhole: boolean): string[] {
  if (text.trim() === '') return [];
  if (!isWhole) return [`<p lexatlas:sha256="${sha256(text)}"/>`];
  return text.split(/\n+/u).map((line) => `<p>${escapeXml(line)}</p>`);
}
