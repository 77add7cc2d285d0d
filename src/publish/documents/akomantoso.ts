import type { ClauseAnnotation, Instrument, Provision, ProvisionKind } from '../../model/index.js';
import { fileStem, sha256 } from '../annotations/record.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { attributes, escapeXml } from '../xml.js';
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
    ...metaOf(instrument, annotations),
    '<body>',
    ...childrenOf(instrument, null).flatMap((p) => elementOf(instrument, p, isWhole)),
    '</body>',
    '</act>',
    '</akomaNtoso>',
    '',
  ].join('\n');
}

function metaOf({ metadata }: Instrument, annotations: readonly ClauseAnnotation[]): string[] {
  const { id, title, language, made, jurisdictions, source } = metadata;
  const work = `/akn/${(jurisdictions[0] ?? 'un').toLowerCase()}/act/${made ?? 'undated'}/${fileStem(id)}`;
  const date = made ?? '0001-01-01';
  const level = (tag: string, uri: string, more: readonly string[]): string[] => [
    `<${tag}>`,
    `<FRBRthis value="${escapeXml(`${uri}/!main`)}"/><FRBRuri value="${escapeXml(uri)}"/>`,
    `<FRBRdate date="${escapeXml(date.length === 4 ? `${date}-01-01` : date)}" name="${tag === 'FRBRWork' ? 'made' : 'markup'}"/><FRBRauthor href="#${AGENT}"/>`,
    ...more,
    `</${tag}>`,
  ];
  return [
    '<meta>',
    `<identification source="#${AGENT}">`,
    ...level('FRBRWork', work, [
      ...(source === null ? [] : [`<FRBRalias value="${escapeXml(source)}" name="source"/>`]),
      `<FRBRcountry value="${escapeXml((jurisdictions[0] ?? 'un').toLowerCase())}"/>`,
    ]),
    ...level('FRBRExpression', `${work}/${language}`, [`<FRBRlanguage language="${escapeXml(language)}"/>`]),
    ...level('FRBRManifestation', `${work}/${language}.akn`, []),
    '</identification>',
    `<analysis source="#${AGENT}"><otherAnalysis source="#${AGENT}">`,
    ...annotations.map(codingOf),
    '</otherAnalysis></analysis>',
    `<references source="#${AGENT}"><TLCOrganization eId="${AGENT}" href="/ontology/organization/${AGENT}" showAs="lexatlas"/></references>`,
    `<proprietary source="#${AGENT}"><lexatlas:instrument${attributes({ id, title })}/></proprietary>`,
    '</meta>',
  ];
}

function codingOf(a: ClauseAnnotation): string {
  const fields = {
    ...{ href: `#${a.provision.eId}`, code: a.code, modality: a.modality, force: a.force, addressee: a.addressee },
    ...{ annotator: a.annotator, confidence: a.confidence, start: a.span.start, end: a.span.end },
  };
  return `<lexatlas:coding${attributes(fields)}/>`;
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
      .filter((t) => t !== '')
      .flatMap((t) => (isWhole ? t.split(/\n+/u) : [t]))
      .map((t) => (isWhole ? `<p>${escapeXml(t)}</p>` : `<p lexatlas:sha256="${sha256(t)}"/>`));
  const wrapped = (element: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`<${element}>${lines.join('')}</${element}>`];
  const inner =
    children.length === 0
      ? [`<content>${words(true).join('') || '<p/>'}</content>`]
      : [
          ...wrapped('intro', words(true)),
          ...children.flatMap((c) => elementOf(instrument, c, isWhole)),
          ...wrapped('wrapUp', words(false)),
        ];
  return [
    `<${tag}${attributes({ eId: p.eId, name, status })}>`,
    ...(p.num === null ? [] : [`<num>${escapeXml(p.num)}</num>`]),
    ...(p.heading === null || !isWhole ? [] : [`<heading>${escapeXml(p.heading)}</heading>`]),
    ...inner,
    `</${tag}>`,
  ];
}
