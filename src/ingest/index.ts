import { createHash } from 'node:crypto';
import type { Diagnostic, SourceDocument, SourceFile } from '../model/index.js';
import { flatReaders } from './flat/index.js';
import { READABLE, type Refusal, RefusedFile, sizeRefusal } from './limits.js';
import { describe, instrumentId } from './metadata.js';
import type { Reading } from './reader.js';
import { remarked } from './remarks.js';
import { nestingIn, unpack } from './sniff.js';
import { structuredReaders } from './structured/index.js';

export { placeOf } from './metadata.js';

/**
 * A publisher's file as blocks in reading order, with its metadata and the sha256 of its raw bytes. The format is told
 * by content, not by name. Never throws on bad bytes: an empty, binary, damaged or unknown file gives a document without
 * blocks and an error diagnostic that names the file and the mend.
 */
export async function ingest(file: SourceFile): Promise<SourceDocument> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const unpacked = unpack(file.bytes);
  const base = { path: file.path, sha256, byteLength: file.bytes.byteLength };
  const refused = (why: Refusal): SourceDocument => ({
    ...base,
    ...{ format: 'unknown', encoding: null, metadata: describe(file, {}), blocks: [] },
    diagnostics: [problemOf(file, why)],
  });
  if (!unpacked.ok) return refused(unpacked);
  const { bytes, head } = unpacked;
  const opened = { path: file.path, bytes, decoded: unpacked.decoded, head };
  const structured = head.includes('<') ? structuredReaders.find((r) => r.recognises(opened)) : undefined;
  const reader = structured ?? flatReaders.find((r) => r.recognises(opened));
  // Structured readers count the levels of their markup while they read it.
  const tooDeep = structured === undefined ? nestingIn(opened) : null;
  if (tooDeep !== null) return refused(tooDeep);
  const read = reader ? await attempt(() => reader.read(opened), file) : unknown(file);
  const reading = remarked(file.path, reader?.format ?? 'unknown', bytes, read);
  return {
    ...base,
    format: reader?.format ?? 'unknown',
    encoding: reading.encoding,
    metadata: describe(file, reading.metadata),
    blocks: reading.blocks,
    diagnostics: reading.diagnostics.map((d) => ({
      ...d,
      file: d.file ?? file.path,
    })),
  };
}

/** Why a file of that many bytes is not even opened; null where it is. */
export function sizeProblem(path: string, byteLength: number): Diagnostic | null {
  const refusal = sizeRefusal(byteLength);
  return refusal === null ? null : problemOf({ path }, refusal);
}

async function attempt(read: () => Promise<Reading>, file: SourceFile): Promise<Reading> {
  try {
    const reading = await read();
    if (reading.blocks.length > 0 || reading.diagnostics.some((d) => d.severity === 'error')) return reading;
    const problem = problemOf(file, {
      rule: 'no-text',
      reason: 'The file was recognised, but no text was found in it.',
      mend: 'Check that the download is complete.',
    });
    return { ...reading, diagnostics: [...reading.diagnostics, problem] };
  } catch (error) {
    if (error instanceof RefusedFile) return nothing(problemOf(file, error.refusal));
    const isTooDeep = error instanceof RangeError && /call stack/u.test(error.message);
    const reason = isTooDeep ? 'it nests too deeply' : error instanceof Error ? error.message : String(error);
    return nothing(
      problemOf(file, {
        rule: 'unreadable',
        reason: `The file cannot be read (${reason}).`,
        mend: 'Fetch the file again, or give another format of the same law.',
      }),
    );
  }
}

function unknown(file: SourceFile): Reading {
  return nothing(problemOf(file, { rule: 'unknown-format', reason: 'No reader knows this format.', mend: READABLE }));
}

function nothing(problem: Diagnostic): Reading {
  return { blocks: [], metadata: {}, encoding: null, diagnostics: [problem] };
}

function problemOf(file: Pick<SourceFile, 'path'>, { rule, reason, mend }: Refusal): Diagnostic {
  return {
    ruleId: `ingest/${rule}`,
    severity: 'error',
    message: reason,
    mend,
    file: file.path,
    instrument: instrumentId(file.path),
    span: null,
  };
}
