import type { Addressee, Evidence, Force, Modality, Quantity, Span } from '../../model/index.js';
import { ADDRESSEES, FORCES, MODALITIES } from '../../text/attributes.js';
import { unmarked } from '../../text/workbook/harmless.js';
import { DatasetError, readCsv } from '../gold.js';
import type { Quote } from '../quote.js';

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
  /** What `span` counts: Python tools count code points. */
  readonly offsets: 'utf-16' | 'code-points';
  readonly quote: Quote | null;
  /** sha256 of the coded words, by which a coding that came without them is joined to the text again. */
  readonly quoteSha256: string | null;
  readonly quantities: readonly Quantity[] | null;
  readonly evidence: readonly Evidence[];
  readonly conditions: readonly Span[] | null;
  readonly exceptions: readonly Span[] | null;
  /** True where the line says that the provision does not carry the code (`verdict` is `no`, or `rejects` is true). */
  readonly rejects: boolean;
}

/** A line that cannot be read as a coding: one of its fields is wrong, or the line itself is broken. The others of its file stand. */
export interface Refused {
  readonly line: number;
  /** As far as the line says; empty where it does not. */
  readonly instrument: string;
  readonly provision: string;
  readonly code: string;
  /** What is wrong. */
  readonly fault: string;
  /** What to do about it. */
  readonly mend: string;
}

/** A line of a coding file as read. */
export type Line = CodingRecord | Refused;

/** A file of a coding: its name tells the instrument where the format has no field for it. */
export interface CodingFile {
  readonly name: string;
  readonly text: string;
}

/** Returns the lines of our CSV; further columns are ignored. @throws DatasetError where a column is missing. */
export function fromCsv({ name, text }: CodingFile): Line[] {
  const broken: Refused[] = [];
  const rows = readCsv(text, name, ['instrument', 'provision', 'code'], (line, fault, mend) =>
    broken.push(refused(line, fault, mend)),
  );
  const read = rows.flatMap(({ line: at, cells }) => {
    // A row of a task sheet that the coder left open says nothing.
    if (cells.task !== undefined && cells.code === '') return [];
    const number = (name: string): number | null => (cells[name] ? Number(cells[name]) : null);
    const start = number('start');
    const end = number('end');
    const filled = Object.fromEntries(
      Object.entries(cells).map(([name, cell]) => [name, cell === '' ? null : unmarked(cell)]),
    );
    return check(at, {
      ...filled,
      ...Object.fromEntries(LISTS.map((name) => [name, listOf(filled[name])])),
      confidence: number('confidence'),
      span: start === null || end === null ? null : { start, end },
    });
  });
  return [...read, ...broken].sort((a, b) => a.line - b.line);
}

/** Columns that hold JSON lists. */
const LISTS = ['quantities', 'evidence', 'conditions', 'exceptions'];

/** A cell that is no list counts as none: people use such names for columns of their own. */
function listOf(cell: string | null | undefined): unknown {
  try {
    return JSON.parse(cell ?? 'null');
  } catch {
    return null;
  }
}

/** Returns the lines of our JSON Lines. */
export function fromJsonl({ text }: CodingFile): Line[] {
  return text.split(/\r?\n/).flatMap((row, i) => {
    if (row.trim() === '') return [];
    try {
      return [check(i + 1, flat(JSON.parse(row.replace(/^\uFEFF/, ''))))];
    } catch (error) {
      return [refused(i + 1, `not JSON (${(error as Error).message}).`, 'Each line must be one JSON object.')];
    }
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

/** Fields of a coding as a file has them, unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** The JSON of a file. @throws DatasetError where it is none. */
export function fromJson({ name, text }: CodingFile): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new DatasetError(
      `${name}: not JSON (${(error as Error).message}).`,
      'Export it again from the tool, as JSON.',
    );
  }
}

/**
 * What a tool kept of our own record (a JSON text), with what the tool itself says on top: a person who moved or renamed a
 * coding there must win. A record that is no JSON counts as none.
 */
export function kept(record: unknown, told: Fields): Fields {
  const own = typeof record === 'string' ? parsed(record) : {};
  return { ...own, ...Object.fromEntries(Object.entries(told).filter(([, v]) => v !== undefined && v !== null)) };
}

function parsed(record: string): Fields {
  try {
    return flat(JSON.parse(record)) as Fields;
  } catch {
    return {};
  }
}

/** A line of which nothing, or no more than `told`, could be read. */
export function refused(line: number, fault: string, mend: string, told: Fields = {}): Refused {
  const { instrument, provision, code } = told;
  return { line, instrument: textOf(instrument), provision: textOf(provision), code: textOf(code), fault, mend };
}

/** Checks every field that anchoring relies on; lists that are no lists count as not given. A wrong field refuses this line alone. */
export function check(line: number, data: unknown): Line {
  const fields = fieldsOf(data);
  try {
    return recordOf(line, fields);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return refused(line, error.message, MENDS[error.field] ?? MEND, fields);
  }
}

/** Says which field of a line is wrong, and what it would have to be. */
class FieldError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** An object as fields; anything else has none. */
export const fieldsOf = (data: unknown): Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Fields) : {};

function recordOf(line: number, fields: Fields): CodingRecord {
  const refuse = (field: string, wanted: string): never => {
    throw new FieldError(field, `${field} is ${JSON.stringify(fields[field]) ?? 'missing'}, not ${wanted}.`);
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
    // Tools that know no citations give a place alone.
    provision: span !== null && (fields.provision ?? '') === '' ? '' : word('provision'),
    eId: typeof fields.eId === 'string' ? fields.eId : null,
    code: word('code'),
    modality: oneOf('modality', MODALITIES) as Modality | null,
    force: oneOf('force', FORCES) as Force | null,
    addressee: oneOf('addressee', ADDRESSEES) as Addressee | null,
    confidence: confidence === null ? null : Number(confidence),
    span: span === null ? null : { start: span.start, end: span.end },
    offsets: fields.offsets === 'code-points' ? 'code-points' : 'utf-16',
    quote:
      quote === null
        ? null
        : { exact: textOf(quote.exact), prefix: textOf(quote.prefix), suffix: textOf(quote.suffix) },
    quoteSha256: typeof fields.quoteSha256 === 'string' ? fields.quoteSha256 : null,
    quantities: Array.isArray(fields.quantities) ? (fields.quantities as Quantity[]) : null,
    evidence: Array.isArray(fields.evidence) ? (fields.evidence as Evidence[]) : [],
    conditions: Array.isArray(fields.conditions) ? (fields.conditions as Span[]) : null,
    exceptions: Array.isArray(fields.exceptions) ? (fields.exceptions as Span[]) : null,
    // What the tool says wins over the record that we left there: a person may have turned a ruling.
    rejects: (oneOf('verdict', ['yes', 'no']) ?? (fields.rejects === true ? 'no' : 'yes')) === 'no',
  };
}

const MEND = 'Correct this field or delete the line.';
const WORDS = 'Write one of these words; annotations/GUIDELINES.md says when which.';
/** What to do about a wrong field, by its name. */
const MENDS: Readonly<Record<string, string>> = {
  modality: WORDS,
  force: WORDS,
  addressee: WORDS,
  verdict: 'Write yes, no, or leave it empty (yes).',
  span: 'Give start and end as whole numbers from 0, the start first, or neither with a citation.',
  instrument: 'Give the id of the law in the study.',
  provision: 'Give the citation of the provision, or start and end.',
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function isSpan(value: Span): boolean {
  const { start, end } = value;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end;
}
