import type { Addressee, Evidence, Force, Modality, Quantity, Span } from '../../model/index.js';
import { DatasetError, readCsv } from '../gold.js';

/** One line of a coding file, read but not yet anchored; null for what the file does not say. */
export interface CodingRecord {
  readonly line: number;
  readonly instrument: string;
  readonly provision: string;
  readonly eId: string | null;
  readonly code: string;
  readonly modality: Modality | null;
  readonly force: Force | null;
  readonly addressee: Addressee | null;
  readonly confidence: number | null;
  readonly span: Span | null;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
  readonly quantities: readonly Quantity[];
  readonly evidence: readonly Evidence[];
}

const MODALITIES: readonly string[] = [
  'obligation',
  'prohibition',
  'permission',
  'right',
  'power',
  'definition',
  'statement',
] satisfies Modality[];
const FORCES: readonly string[] = ['hard', 'soft'] satisfies Force[];
const ADDRESSEES: readonly string[] = [
  'controller',
  'processor',
  'authority',
  'state',
  'individual',
  'provider',
  'court',
  'other',
] satisfies Addressee[];

/** Returns the records of a coding file in our CSV or JSONL shape; extra fields are ignored. @throws DatasetError */
export function readRecords(text: string, format: 'csv' | 'jsonl'): CodingRecord[] {
  return format === 'csv' ? fromCsv(text) : fromJsonl(text);
}

function fromCsv(text: string): CodingRecord[] {
  return readCsv(text, 'coding.csv', ['instrument', 'provision', 'code']).map(({ line: at, cells }) => {
    const number = (name: string): number | null => (cells[name] ? Number(cells[name]) : null);
    const start = number('start');
    const end = number('end');
    const filled = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell === '' ? null : cell]));
    return check(at, {
      ...filled,
      confidence: number('confidence'),
      span: start === null || end === null ? null : { start, end },
    });
  });
}

function fromJsonl(text: string): CodingRecord[] {
  return text.split(/\r?\n/).flatMap((row, i) => {
    if (row.trim() === '') return [];
    let data: unknown;
    try {
      data = JSON.parse(row.replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new DatasetError(
        `coding.jsonl:${i + 1}: not JSON (${(error as Error).message}).`,
        'Each line must be one JSON object.',
      );
    }
    return [check(i + 1, flat(data))];
  });
}

/** Exports name the provision by reference and citation; both shapes are read. */
function flat(data: unknown): unknown {
  const record = data as { provision?: unknown; citation?: unknown } | null;
  const ref = record?.provision;
  if (typeof ref !== 'object' || ref === null) return data;
  const { instrument, eId } = ref as { instrument?: unknown; eId?: unknown };
  return { ...record, instrument, eId, provision: record?.citation ?? eId };
}

type Fields = Readonly<Record<string, unknown>>;

/** Checks every field that anchoring relies on; evidence and quantities that are not lists count as none. */
function check(line: number, data: unknown): CodingRecord {
  const fields: Fields = typeof data === 'object' && data !== null ? (data as Fields) : {};
  const refuse = (field: string, wanted: string): never => {
    throw new DatasetError(
      `line ${line}: ${field} is ${JSON.stringify(fields[field]) ?? 'missing'}, not ${wanted}.`,
      MEND,
    );
  };
  const word = (field: string): string => {
    const value = fields[field];
    return typeof value === 'string' && value !== '' ? value : refuse(field, 'a text');
  };
  const oneOf = (field: string, words: readonly string[]): string | null => {
    const value = fields[field] ?? null;
    return value === null || words.includes(value as string)
      ? (value as string | null)
      : refuse(field, words.join(', '));
  };
  const confidence = fields.confidence ?? null;
  if (confidence !== null && !(Number(confidence) >= 0 && Number(confidence) <= 1)) refuse('confidence', 'from 0 to 1');
  const span = (fields.span ?? null) as Span | null;
  if (span !== null && !isSpan(span)) refuse('span', 'a start and an end, in order');
  const quote = (fields.quote ?? null) as Partial<NonNullable<CodingRecord['quote']>> | null;
  return {
    line,
    instrument: word('instrument'),
    provision: word('provision'),
    eId: typeof fields.eId === 'string' ? fields.eId : null,
    code: word('code'),
    modality: oneOf('modality', MODALITIES) as Modality | null,
    force: oneOf('force', FORCES) as Force | null,
    addressee: oneOf('addressee', ADDRESSEES) as Addressee | null,
    confidence: confidence === null ? null : Number(confidence),
    span: span === null ? null : { start: span.start, end: span.end },
    quote:
      quote === null
        ? null
        : { exact: textOf(quote.exact), prefix: textOf(quote.prefix), suffix: textOf(quote.suffix) },
    quantities: Array.isArray(fields.quantities) ? (fields.quantities as Quantity[]) : [],
    evidence: Array.isArray(fields.evidence) ? (fields.evidence as Evidence[]) : [],
  };
}

const MEND = 'Correct this field; annotations/GUIDELINES.md lists the words for modality, force and addressee.';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function isSpan(value: Span): boolean {
  const { start, end } = value;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end;
}
