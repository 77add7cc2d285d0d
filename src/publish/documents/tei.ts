import type { ClauseAnnotation, Instrument, Provision } from '../../model/index.js';
import { fileStem } from '../annotations/record.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { attributes, escapeXml, xmlId } from '../xml.js';
import { childrenOf } from './tree.js';

/**
 * TEI P5, one document an instrument: divisions with their numbers, and the codings as stand-off spans that point to them and to
 * the categories of the codebook in the header's taxonomy.
 * @see https://www.tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SASOann
 */
export const tei: Writer = function* (dataset, { text, note }) {
  const taxonomy = [
    '<taxonomy xml:id="codebook">',
    ...dataset.codebook.codes.map(
      (c) => `<category xml:id="${xmlId(c.id)}"><catDesc>${escapeXml(c.definition)}</catDesc></category>`,
    ),
    '</taxonomy>',
  ];
  for (const { instrument, annotations } of dataset.coded()) {
    const { id } = instrument.metadata;
    if (!carriesText(instrument.metadata, text)) {
      note(`${id} is left out: a TEI text is its words, and its licence holds them back.`);
      continue;
    }
    yield { path: `${fileStem(id)}.tei.xml`, content: documentOf(instrument, annotations, taxonomy) };
  }
};

function documentOf(
  instrument: Instrument,
  annotations: readonly ClauseAnnotation[],
  taxonomy: readonly string[],
): string {
  const { title, source, licence, language } = instrument.metadata;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"${attributes({ 'xml:lang': language })}>`,
    '<teiHeader><fileDesc>',
    `<titleStmt><title>${escapeXml(title)}</title></titleStmt>`,
    `<publicationStmt><p>Made with lexatlas. Licence of the text: ${escapeXml(licence ?? 'not stated')}</p></publicationStmt>`,
    `<sourceDesc><p>${escapeXml(source ?? 'not stated')}</p></sourceDesc>`,
    '</fileDesc><encodingDesc><classDecl>',
    ...taxonomy,
    '</classDecl></encodingDesc></teiHeader>',
    '<text><body>',
    ...childrenOf(instrument, null).flatMap((p) => divisionOf(instrument, p)),
    '</body></text>',
    '<standOff><listAnnotation>',
    ...annotations.map(spanOf),
    '</listAnnotation></standOff>',
    '</TEI>',
    '',
  ].join('\n');
}

function divisionOf(instrument: Instrument, p: Provision): string[] {
  const children = childrenOf(instrument, p.eId);
  const words = (isBefore: boolean): string[] =>
    p.ownSpans
      .filter((s) => s.start < (children[0]?.span.start ?? Number.POSITIVE_INFINITY) === isBefore)
      .flatMap((s) => instrument.text.slice(s.start, s.end).split(/\n+/u))
      .filter((t) => t.trim() !== '')
      .map((t) => `<p>${escapeXml(t.trim())}</p>`);
  const head = [p.num, p.heading].filter((t) => t !== null).join(' ');
  return [
    `<div${attributes({ 'xml:id': xmlId(p.eId), type: p.kind, n: p.citation })}>`,
    ...(head === '' ? [] : [`<head>${escapeXml(head)}</head>`]),
    ...words(true),
    ...children.flatMap((c) => divisionOf(instrument, c)),
    ...words(false),
    '</div>',
  ];
}

function spanOf(a: ClauseAnnotation): string {
  const target = `#${xmlId(a.provision.eId)}`;
  const note = `${a.modality}, ${a.force}, ${a.addressee}; confidence ${a.confidence}`;
  return `<annotation${attributes({ target, resp: a.annotator, ana: `#${xmlId(a.code)}` })}><note>${escapeXml(note)}</note></annotation>`;
}
