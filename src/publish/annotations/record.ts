import { createHash } from 'node:crypto';
import type { ClauseAnnotation, Instrument } from '../../model/index.js';
import { byEId } from '../../text/provisions.js';
import type { TextPolicy } from '../dataset.js';
import { carriesText } from '../licence.js';
import { type Quote, quoteOf } from '../quote.js';

/** An annotation as the lossless formats carry it: itself, its pinpoint, and the words where they may go along. */
export interface AnnotationRecord extends ClauseAnnotation {
  readonly citation: string | null;
  /** Null where the text stays behind. */
  readonly quote: Quote | null;
  /** sha256 of the quoted words in UTF-8, by which text and annotation can be joined again. */
  readonly quoteSha256: string;
}

/** The record of an annotation; words are left out where the policy or the licence says so. */
export function recordOf(instrument: Instrument, a: ClauseAnnotation, text: TextPolicy): AnnotationRecord {
  const words = instrument.text.slice(a.span.start, a.span.end);
  return {
    ...a,
    citation: byEId(instrument).get(a.provision.eId)?.citation ?? null,
    quote: carriesText(instrument.metadata, text) ? quoteOf(instrument.text, a.span) : null,
    quoteSha256: sha256(words),
  };
}

/** sha256 of a text in UTF-8, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The instrument's id as a file name: `eu/gdpr-2016-679` becomes `eu__gdpr-2016-679`. */
export function fileStem(id: string): string {
  return id.replaceAll('/', '__');
}

/** The way back, from the name or path of an exported file to the instrument's id. */
export function instrumentOfFile(path: string): string {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  return name.replace(/\.[a-z.]+$/u, '').replaceAll('__', '/');
}
