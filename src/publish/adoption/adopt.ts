import type { ClauseAnnotation, Instrument } from '../../model/index.js';
import { byEId } from '../../text/provisions.js';
import { DatasetError } from '../gold.js';
import { anchor } from './anchor.js';
import { type CodingFile, fromCsv, fromJsonl, type Line } from './records.js';
import { fromAnnotationPage } from './tools/annotationpage.js';
import { fromBrat } from './tools/brat.js';
import { fromConll } from './tools/conll.js';
import { fromDoccano } from './tools/doccano.js';
import { fromLabelStudio } from './tools/labelstudio.js';
import { fromXmi } from './tools/xmi.js';

const READERS = {
  csv: fromCsv,
  jsonl: fromJsonl,
  webannotation: fromAnnotationPage,
  labelstudio: fromLabelStudio,
  doccano: fromDoccano,
  brat: fromBrat,
  xmi: fromXmi,
  conll: fromConll,
} as const satisfies Readonly<Record<string, (file: CodingFile) => Line[]>>;

/** Formats that are text. */
export type TextFormat = keyof typeof READERS;
/** Workbooks and Parquet are opened first: see `opened`. */
export type AdoptFormat = TextFormat | 'xlsx' | 'parquet';

/** The formats that can be taken in, in the order in which help lists them. */
export const ADOPT_FORMATS: readonly AdoptFormat[] = [...(Object.keys(READERS) as TextFormat[]), 'xlsx', 'parquet'];

/** What became of one line of a human coding. */
export interface Adopted {
  /** 1-based line of the file. */
  readonly line: number;
  readonly instrument: string;
  /** As the file cites it. */
  readonly provision: string;
  readonly code: string;
  /** One sentence: where it was found, why it was not, what to do. */
  readonly reason: string;
}

/** What became of every line of a person’s coding. */
export interface Adoption {
  /** Of what was found or moved, in the order of the file. */
  readonly annotations: readonly ClauseAnnotation[];
  readonly found: readonly Adopted[];
  /** Anchored elsewhere than the file says: the words stand at another place in the text as read now. */
  readonly moved: readonly Adopted[];
  /** Several places fit; not taken. */
  readonly ambiguous: readonly Adopted[];
  /** No place fits; not taken. */
  readonly orphaned: readonly Adopted[];
  /** The line cannot be read: a field or the line itself is broken; not taken. */
  readonly refused: readonly Adopted[];
}

/**
 * Anchors a person's coding in the instruments: by the quoted words with their context where the file quotes, else by
 * offsets and pinpoint. Each line ends in exactly one of the five lists. `annotator` is kept as who coded (`human:ada`); a
 * human coding has confidence 1 unless the file says otherwise. A line whose verdict is `no` rejects the code there. What a
 * line leaves out of modality, force, addressee and quantities, `read` reads from the words. A code that `codes` lacks is not taken.
 * @throws DatasetError naming the first line and its mend where no line of the file can be read.
 */
export function adopt(
  file: CodingFile,
  format: TextFormat,
  instruments: readonly Instrument[],
  annotator: string,
  read: AttributesOf = () => PLAIN,
  codes: ReadonlySet<string> | null = null,
): Adoption {
  const byId = new Map(instruments.map((i) => [i.metadata.id, i]));
  const adoption = {
    annotations: [] as ClauseAnnotation[],
    found: [] as Adopted[],
    moved: [] as Adopted[],
    ambiguous: [] as Adopted[],
    orphaned: [] as Adopted[],
    refused: [] as Adopted[],
  };
  for (const record of readable(READERS[format](file), file.name)) {
    if ('fault' in record) {
      const { line, instrument, provision, code, fault, mend } = record;
      adoption.refused.push({ line, instrument, provision, code, reason: `${fault} ${mend}` });
      continue;
    }
    const instrument = byId.get(record.instrument);
    const { line, provision, code } = record;
    const place =
      codes?.has(code) === false
        ? {
            ...NO_INSTRUMENT,
            reason: `The codebook has no code ${code}; mend its name, or use a codebook that has it.`,
          }
        : instrument === undefined
          ? NO_INSTRUMENT
          : anchor(record, instrument);
    adoption[place.outcome].push({ line, instrument: record.instrument, provision, code, reason: place.reason });
    if (instrument === undefined || place.span === null || place.eId === null) continue;
    if (!byEId(instrument).has(place.eId)) continue;
    const words = read(instrument, place.eId, code);
    adoption.annotations.push({
      provision: { instrument: record.instrument, eId: place.eId },
      code,
      annotator,
      modality: record.modality ?? words.modality,
      force: record.force ?? words.force,
      addressee: record.addressee ?? words.addressee,
      quantities: place.outcome === 'found' && record.quantities !== null ? record.quantities : words.quantities,
      evidence: place.outcome === 'found' ? record.evidence : [],
      confidence: record.confidence ?? 1,
      span: place.span,
      ...(record.rejects ? { rejects: true } : {}),
      ...(place.outcome === 'found' && record.conditions !== null ? { conditions: record.conditions } : {}),
      ...(place.outcome === 'found' && record.exceptions !== null ? { exceptions: record.exceptions } : {}),
    });
  }
  return adoption;
}

/** The lines, where any of them can be read or there is none. */
function readable(lines: readonly Line[], name: string): readonly Line[] {
  const [first] = lines;
  if (first === undefined || !('fault' in first) || !lines.every((l) => 'fault' in l)) return lines;
  const others = lines.length === 1 ? '' : ` None of the other ${lines.length - 1} codings can be read either.`;
  throw new DatasetError(`${name}: line ${first.line}: ${first.fault}${others}`, first.mend);
}

/** Reads from a provision's words how it binds under a code. */
export type AttributesOf = (
  instrument: Instrument,
  eId: string,
  code: string,
) => Pick<ClauseAnnotation, 'modality' | 'force' | 'addressee' | 'quantities'>;

const PLAIN = { modality: 'statement', force: 'hard', addressee: 'other', quantities: [] } as const;

const NO_INSTRUMENT = {
  outcome: 'orphaned',
  eId: null,
  span: null,
  reason: 'The study holds no such instrument; ingest it first or mend its id.',
} as const;
