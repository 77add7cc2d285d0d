import type { ClauseAnnotation, Instrument } from '../../model/index.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { attributes } from '../xml.js';
import { fileStem } from './record.js';

/** Features of the layer, in order; the last one keeps the whole record, so that nothing is lost. */
const FEATURES = [
  'code',
  'modality',
  'force',
  'addressee',
  'verdict',
  'annotator',
  'confidence',
  'eId',
  'record',
] as const;

/**
 * UIMA CAS XMI 1.0, one file an instrument, with the type system that INCEpTION and other UIMA tools need: the layer
 * `custom.Coding` over `uima.tcas.Annotation`. Offsets are UTF-16 units, as in Java. Lossless.
 * @see https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html
 */
export const xmi: Writer = function* (dataset, { text, note }) {
  yield { path: 'TypeSystem.xml', content: typeSystem() };
  for (const { instrument, annotations } of dataset.coded()) {
    if (!carriesText(instrument.metadata, text)) {
      note(`${instrument.metadata.id} is left out: a CAS holds its text, and its licence holds it back.`);
      continue;
    }
    yield { path: `${fileStem(instrument.metadata.id)}.xmi`, content: casOf(instrument, annotations) };
  }
};

/** The CAS of an instrument; of an excerpt, `from` says where in the law its text begins. */
export function casOf({ metadata, text }: Instrument, annotations: readonly ClauseAnnotation[], from = 0): string {
  const FIRST = 10;
  const codings = annotations.map(
    (a, i) =>
      `  <custom:Coding${attributes({
        ...{ 'xmi:id': FIRST + i, sofa: 1, begin: a.span.start, end: a.span.end },
        ...{ code: a.code, modality: a.modality, force: a.force, addressee: a.addressee },
        verdict: a.rejects === true ? 'no' : 'yes',
        ...{ annotator: a.annotator, confidence: a.confidence, eId: a.provision.eId, record: JSON.stringify(a) },
      })}/>`,
  );
  const document = { 'xmi:id': 2, sofa: 1, begin: 0, end: text.length, language: metadata.language };
  const about = { instrument: metadata.id, title: metadata.title, source: metadata.source, from };
  const sofa = { 'xmi:id': 1, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xmi:XMI xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///custom.ecore">',
    '  <cas:NULL xmi:id="0"/>',
    `  <tcas:DocumentAnnotation${attributes(document)}/>`,
    `  <custom:Instrument${attributes({ 'xmi:id': 3, sofa: 1, begin: 0, end: text.length, ...about })}/>`,
    ...codings,
    `  <cas:Sofa${attributes(sofa)}/>`,
    `  <cas:View${attributes({ sofa: 1, members: [2, 3, ...annotations.map((_, i) => FIRST + i)].join(' ') })}/>`,
    '</xmi:XMI>',
    '',
  ].join('\n');
}

/** The layers that the CAS uses, as UIMA describes types. */
export function typeSystem(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '  <types>',
    ...typeOf('custom.Coding', 'A code of the codebook on a stretch of law', FEATURES),
    ...typeOf('custom.Instrument', 'The instrument that the text is', ['instrument', 'title', 'source', 'from']),
    '  </types>',
    '</typeSystemDescription>',
    '',
  ].join('\n');
}

function typeOf(name: string, description: string, features: readonly string[]): string[] {
  const range = (feature: string): string =>
    feature === 'confidence' ? 'uima.cas.Double' : feature === 'from' ? 'uima.cas.Integer' : 'uima.cas.String';
  return [
    '    <typeDescription>',
    `      <name>${name}</name>`,
    `      <description>${description}</description>`,
    '      <supertypeName>uima.tcas.Annotation</supertypeName>',
    '      <features>',
    ...features.map(
      (f) =>
        `        <featureDescription><name>${f}</name><description/><rangeTypeName>${range(f)}</rangeTypeName></featureDescription>`,
    ),
    '      </features>',
    '    </typeDescription>',
  ];
}
