import { z } from 'zod';
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

const modality = z.enum(['obligation', 'prohibition', 'permission', 'right', 'power', 'definition', 'statement']);
const force = z.enum(['hard', 'soft']);
const addressee = z.enum(['controller', 'processor', 'authority', 'state', 'individual', 'provider', 'court', 'other']);
const confidence = z.number().min(0).max(1);
const offset = z.number().int().min(0);
const span = z.object({ start: offset, end: offset }).refine((s) => s.start <= s.end, 'ends before it starts');
const quantity = z.object({
  kind: z.enum(['money', 'turnover-share', 'duration', 'age', 'persons']),
  value: z.number(),
  unit: z.string(),
  span,
});
const evidence = z.object({ by: z.string(), span: span.nullable(), weight: z.number() });

const optional = <T extends z.ZodType>(type: T) => z.preprocess((v) => v ?? null, type.nullable());
const line = z.object({
  instrument: z.string().min(1),
  provision: z.string().min(1),
  eId: optional(z.string()),
  code: z.string().min(1),
  modality: optional(modality),
  force: optional(force),
  addressee: optional(addressee),
  confidence: optional(confidence),
  span: optional(span),
  quote: optional(z.object({ exact: z.string(), prefix: z.string().default(''), suffix: z.string().default('') })),
  quantities: z.array(quantity).default([]),
  evidence: z.array(evidence).default([]),
});

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

function check(at: number, data: unknown): CodingRecord {
  const result = line.safeParse(data);
  if (result.success) return { line: at, ...result.data };
  const issue = result.error.issues[0];
  throw new DatasetError(
    `line ${at}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not as expected'}.`,
    'Correct this field; modality, force and addressee take the words of the codebook guidelines.',
  );
}
