import { SaxesParser } from 'saxes';
import { instrumentOfFile } from '../../annotations/record.js';
import { DatasetError } from '../../gold.js';
import { quoteOf } from '../../quote.js';
import { type CodingFile, check, type Fields, kept, type Line } from '../records.js';

/** UIMA CAS XMI: the layer `custom.Coding`, whatever prefix it goes by. Lines are those of the file. @throws DatasetError where the file is no XML. */
export function fromXmi({ name, text }: CodingFile): Line[] {
  const codings: { line: number; fields: Fields }[] = [];
  let instrument: string | null = null;
  let sofa = '';
  let from = 0;
  // No external entity is ever fetched: saxes knows the five predefined ones and no others.
  const parser = new SaxesParser({ fileName: name });
  parser.on('error', (error) => {
    throw new DatasetError(`${name}: not XML (${error.message}).`, 'Export it again as UIMA CAS XMI (XML 1.0).');
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    const fields = attributes as Readonly<Record<string, string>>;
    const local = tag.split(':').at(-1);
    if (local === 'Instrument') {
      instrument = fields.instrument ?? null;
      from = Number(fields.from ?? 0);
    } else if (local === 'Sofa') sofa = fields.sofaString ?? '';
    else if (local === 'Coding') codings.push({ line: parser.line, fields });
  });
  parser.write(text).close();
  const source = instrument ?? instrumentOfFile(name);
  return codings.map(({ line, fields }) => {
    const span = { start: Number(fields.begin), end: Number(fields.end) };
    const exact = sofa.slice(span.start, span.end);
    return check(
      line,
      kept(fields.record, {
        instrument: source,
        code: fields.code,
        modality: fields.modality,
        force: fields.force,
        addressee: fields.addressee,
        verdict: fields.verdict || null,
        eId: fields.eId,
        provision: fields.eId,
        confidence: fields.confidence === undefined ? null : Number(fields.confidence),
        span: { start: from + span.start, end: from + span.end },
        quote: exact === '' ? null : quoteOf(sofa, span),
      }),
    );
  });
}
