import type { ClauseAnnotation, Instrument, Provision } from '../../model/index.js';
import { fileStem } from '../annotations/record.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { attributes, escapeXml, xmlId } from '../xml.js';
import { childrenOf } from './tree.js';

/**
 * TEI P5, one document an instrument: divisions with their numbers, and the codings as stand-off annotations that point to them, to
 * the categories of the codebook in the header's taxonomy and to who coded; each quotes the words that decided it, and `n` gives
 * their place in the plain text of the instrument (UTF-16 units, start and end).
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
  const annotators = [...new Set(annotations.map((a) => a.annotator))].sort();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"${attributes({ 'xml:lang': language })}>`,
    '<teiHeader><fileDesc>',
    `<titleStmt><title>${escapeXml(title)}</title>`,
    ...annotators.map(
      (a) =>
        `<respStmt${attributes({ 'xml:id': annotatorId(a) })}><resp>coded</resp><name>${escapeXml(a)}</name></respStmt>`,
    ),
    '</titleStmt>',
    `<publicationStmt><p>Made with lexatlas. Licence of the text: ${escapeXml(licence ?? 'not stated')}</p></publicationStmt>`,
    `<sourceDesc><p>${escapeXml(source ?? 'not stated')}</p></sourceDesc>`,
    '</fileDesc><encodingDesc><classDecl>',
    ...taxonomy,
    '</classDecl></encodingDesc></teiHeader>',
    '<text><body>',
    ...childrenOf(instrument, null).flatMap((p) => divisionOf(instrument, p)),
    '</body></text>',
    '<standOff><listAnnotation>',
    ...annotations.map((a) => annotationOf(a, instrument.text.slice(a.span.start, a.span.end))),
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

const annotatorId = (annotator: string): string => xmlId(`annotator-${annotator}`);

function annotationOf(a: ClauseAnnotation, words: string): string {
  const fields = {
    target: `#${xmlId(a.provision.eId)}`,
    resp: `#${annotatorId(a.annotator)}`,
    ana: `#${xmlId(a.code)}`,
  };
  const note = `${a.modality}, ${a.force}, ${a.addressee}; confidence ${a.confidence}`;
  const place = attributes({ type: 'evidence', n: `${a.span.start} ${a.span.end}` });
  return `<annotation${attributes(fields)}><note>${escapeXml(note)}</note><note${place}><quote>${escapeXml(words)}</quote></note></annotation>`;
}
