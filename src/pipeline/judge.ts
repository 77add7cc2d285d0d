import { ingest } from '../ingest/index.js';
import type { Diagnostic, SourceFile } from '../model/index.js';
import { parse } from '../parse/index.js';

/** Why a file cannot serve as law: no reader can read it, or no article or section is found in it. Null where it can. */
export async function faultOf(file: SourceFile): Promise<Diagnostic | null> {
  const source = await ingest(file);
  const error = source.diagnostics.find((d) => d.severity === 'error');
  if (source.blocks.length === 0 && error !== undefined) return error;
  if (parse(source).provisions.some((p) => p.tier === 'basic')) return null;
  return {
    ruleId: 'ingest/no-structure',
    severity: 'error',
    message: 'No article or section was found in it.',
    mend: 'Look at it with lexatlas outline: it may be a notice, a form or a table of contents.',
    file: file.path,
    instrument: null,
    span: null,
  };
}

/** All words of a file with the numbers of its units, in reading order; null where it cannot be read. */
export async function wordsOf(file: SourceFile): Promise<string | null> {
  const { blocks } = await ingest(file);
  return blocks.length === 0 ? null : blocks.map((b) => `${b.num ?? ''} ${b.heading ?? ''} ${b.text}`).join('\n');
}
