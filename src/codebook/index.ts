import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Codebook } from '../model/index.js';
import { shape } from './shape.js';

/** A codebook that cannot be used; the message names file, line, field and mend. */
export class CodebookError extends Error {
  override readonly name = 'CodebookError';
}

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
    throw new CodebookError(`${name}:${lineOf(text, path)}: ${path.join('.')}: ${issue?.message}; correct this field`);
  }
  const families = new Set(result.data.families.map((f) => f.id));
  const seen = new Set<string>();
  for (const [i, entry] of result.data.codes.entries()) {
    const line = (): number => lineOf(text, ['codes', i]);
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

/** The line of the value that the path leads to, or of the nearest value around it. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const tree = parseTree(text);
  for (let depth = path.length; tree !== undefined && depth > 0; depth -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, depth).map(segment));
    if (node !== undefined) return lineAt(text, node.offset);
  }
  return 1;
}

const segment = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key));

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
