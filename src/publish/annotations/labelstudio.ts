import type { Codebook, CodedInstrument } from '../../model/index.js';
import type { TextPolicy, Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { escapeXml } from '../xml.js';
import { sha256 } from './record.js';

const PATH = 'label-studio.json';

/**
 * Label Studio tasks, one an instrument, with the labelling interface for the codebook. Machine codings are predictions,
 * a person's are annotations. Lossless: each result keeps the whole record in its `meta`.
 * @see https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks
 */
export const labelStudio: Writer = function* (dataset, { text, note }) {
  yield { path: 'label-studio.xml', content: interfaceOf(dataset.codebook) };
  yield { path: PATH, content: '[' };
  let isFirst = true;
  for (const one of dataset.coded()) {
    if (!carriesText(one.instrument.metadata, text))
      note(`${one.instrument.metadata.id} goes without its text, which Label Studio needs: its licence holds it back.`);
    yield { path: PATH, content: `${isFirst ? '\n' : ',\n'}${JSON.stringify(taskOf(one, text))}` };
    isFirst = false;
  }
  yield { path: PATH, content: '\n]\n' };
};

function taskOf({ instrument, annotations }: CodedInstrument, policy: TextPolicy): object {
  const { id, title } = instrument.metadata;
  const results = annotations.map((a, i) => ({
    by: a.annotator,
    result: {
      id: `${i}`,
      from_name: 'code',
      to_name: 'text',
      type: 'labels',
      value: {
        ...{ start: a.span.start, end: a.span.end },
        ...(carriesText(instrument.metadata, policy) ? { text: instrument.text.slice(a.span.start, a.span.end) } : {}),
        labels: [a.code],
      },
      score: a.confidence,
      // Label Studio shows the text of a region's meta; a ruling must not pass for a finding.
      meta: { ...(a.rejects === true ? { text: ['verdict: no'] } : {}), record: JSON.stringify(a) },
    },
  }));
  const by = [...new Set(results.map((r) => r.by))].sort();
  const of = (annotator: string): object[] => results.filter((r) => r.by === annotator).map((r) => r.result);
  return {
    data: {
      instrument: id,
      title,
      textSha256: sha256(instrument.text),
      ...(carriesText(instrument.metadata, policy) ? { text: instrument.text } : {}),
    },
    annotations: by.filter(isHuman).map((name) => ({ completed_by: name, result: of(name) })),
    predictions: by.filter((name) => !isHuman(name)).map((name) => ({ model_version: name, result: of(name) })),
  };
}

const isHuman = (annotator: string): boolean => annotator.startsWith('human:');

/** The labelling interface for the codes of a codebook. */
export function interfaceOf(codebook: Codebook): string {
  const labels = codebook.codes.map((c) => `    <Label value="${escapeXml(c.id)}" hint="${escapeXml(c.definition)}"/>`);
  return [
    '<View>',
    '  <Header value="$title"/>',
    '  <Labels name="code" toName="text">',
    ...labels,
    '  </Labels>',
    '  <Text name="text" value="$text"/>',
    '</View>',
    '',
  ].join('\n');
}
