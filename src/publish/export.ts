import type { ProvisionRef, Study } from '../model/index.js';
import { byEId } from '../text/provisions.js';
import { toCsv } from './csv.js';
import { quoteOf } from './quote.js';
import { webAnnotations } from './webannotation.js';

export type ExportFormat = 'csv' | 'jsonl' | 'webannotation' | 'alignments' | 'divergence';

/** A file to be written: path relative to the export folder, UTF-8 content. */
export interface PublishedFile {
  readonly path: string;
  readonly content: string;
}

/** Returns the study's annotations, alignments or divergences as one dataset file; an empty study gives headers only. */
export function exportAs(study: Study, format: ExportFormat): PublishedFile[] {
  if (format === 'csv') return [{ path: 'annotations.csv', content: annotationsCsv(study) }];
  if (format === 'jsonl') return [{ path: 'annotations.jsonl', content: annotationsJsonl(study) }];
  if (format === 'webannotation') return [{ path: 'annotations.jsonld', content: webAnnotations(study.coded) }];
  if (format === 'alignments') return [{ path: 'alignments.csv', content: alignmentsCsv(study) }];
  return [{ path: 'divergence.csv', content: divergenceCsv(study) }];
}

function annotationsCsv(study: Study): string {
  const rows = study.coded.flatMap(({ instrument, annotations }) =>
    annotations.map((a) => [
      instrument.metadata.id,
      byEId(instrument).get(a.provision.eId)?.citation ?? a.provision.eId,
      a.code,
      a.modality,
      a.force,
      a.addressee,
      a.confidence,
      a.span.start,
      a.span.end,
    ]),
  );
  const columns = 'instrument,provision,code,modality,force,addressee,confidence,start,end';
  return toCsv(columns.split(','), rows);
}

function annotationsJsonl(study: Study): string {
  return study.coded
    .flatMap(({ instrument, annotations }) =>
      annotations.map((a) => {
        const quote = quoteOf(instrument.text, a.span);
        return `${JSON.stringify({ ...a, citation: byEId(instrument).get(a.provision.eId)?.citation ?? null, quote })}\n`;
      }),
    )
    .join('');
}

function alignmentsCsv(study: Study): string {
  const instruments = new Map(study.coded.map((c) => [c.instrument.metadata.id, c.instrument]));
  const cite = (ref: ProvisionRef): string => {
    const instrument = instruments.get(ref.instrument);
    return (instrument && byEId(instrument).get(ref.eId)?.citation) ?? ref.eId;
  };
  const columns = 'left_instrument,left_provision,right_instrument,right_provision,relation,score';
  const rows = study.alignments.map((a) => [
    a.left.instrument,
    cite(a.left),
    a.right?.instrument ?? null,
    a.right ? cite(a.right) : null,
    a.relation,
    a.score,
  ]);
  return toCsv(columns.split(','), rows);
}

function divergenceCsv(study: Study): string {
  const columns = 'left,right,scope,thematic,elemental,textual,total,low,high,coverage';
  const rows = study.divergences.map((d) => [
    d.left,
    d.right,
    d.scope,
    d.thematic,
    d.elemental,
    d.textual,
    d.total,
    d.low,
    d.high,
    d.coverage,
  ]);
  return toCsv(columns.split(','), rows);
}
