import { z } from 'zod';
import type { Codebook } from '../model/index.js';

/** A codebook that cannot be used; the message names file, line, field and mend. */
export class CodebookError extends Error {
  override readonly name = 'CodebookError';
}

const weight = z.number().positive();
const cue = z.strictObject({
  id: z.string().min(1),
  language: z.string().min(2),
  in: z.enum(['text', 'heading', 'context']),
  pattern: z.string().min(1).refine(compiles, 'does not compile as a regular expression'),
  weight: z.number(),
});
const code = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  family: z.string(),
  label: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  principle: z.enum(['adequacy', 'consistency', 'informed-consent']).nullable(),
  weight,
  scale: z.literal('none-soft-hard'),
  crosswalk: z.record(z.string(), z.string()),
  cues: z.array(cue),
});
const family = z.strictObject({ id: z.string(), label: z.string(), definition: z.string(), weight });
const shape = z.strictObject({ version: z.string(), families: z.array(family), codes: z.array(code) });

/**
 * The codebook that a JSON text states, checked: shape, unique ids, known families, patterns that compile.
 * @throws CodebookError naming `name`, the line, the field and the mend.
 */
export function codebook(text: string, name: string): Codebook {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message;
    const at = /position (\d+)/.exec(reason)?.[1];
    throw new CodebookError(
      `${name}:${at === undefined ? 1 : lineAt(text, Number(at))}: not JSON (${reason}); mend the syntax`,
    );
  }
  const result = shape.safeParse(data);
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = issue?.path ?? [];
    throw new CodebookError(
      `${name}:${lineOf(text, data, path)}: ${path.join('.')}: ${issue?.message}; correct this field`,
    );
  }
  const families = new Set(result.data.families.map((f) => f.id));
  const seen = new Set<string>();
  for (const [i, entry] of result.data.codes.entries()) {
    const line = (): number => lineOf(text, data, ['codes', i]);
    if (!families.has(entry.family) || !entry.id.startsWith(`${entry.family}.`))
      throw new CodebookError(
        `${name}:${line()}: codes.${i}.family: '${entry.family}' does not fit; name a listed family`,
      );
    for (const id of [entry.id, ...entry.cues.map((c) => c.id)]) {
      if (seen.has(id)) throw new CodebookError(`${name}:${line()}: codes.${i}: id '${id}' occurs twice; rename one`);
      seen.add(id);
    }
  }
  return result.data;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'iu');
    return true;
  } catch {
    return false;
  }
}

/** The line of the code that the path leads into; 1 where the path names none. */
function lineOf(text: string, data: unknown, path: readonly PropertyKey[]): number {
  if (path[0] !== 'codes' || typeof path[1] !== 'number') return 1;
  const id = (data as { codes: { id?: unknown }[] }).codes[path[1]]?.id;
  const at = text.indexOf(JSON.stringify(id ?? null));
  return at < 0 ? 1 : lineAt(text, at);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
