import ts from 'typescript';

/** A file of the repository by its path from the root. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

/** What the inspector saw: impure globals, suppressed type errors, and the rooms that name each package. */
export interface Findings {
  readonly impure: readonly string[];
  readonly suppressed: readonly string[];
  readonly rooms: ReadonlyMap<string, ReadonlySet<string>>;
}

const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);
const IMPURE_NAMES = new Set([
  'process',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'crypto',
]);
const SUPPRESSION = /@ts-(ignore|nocheck|expect-error)|\bas any\b/;

/**
 * Looks at syntax, not at words: comments and strings that merely speak of a clock are let pass.
 * `packages` are searched in every string, so that `createRequire(…)('natural/…')` counts as an import.
 */
export function findings(files: readonly HouseFile[], packages: readonly string[] = []): Findings {
  const impure: string[] = [];
  const rooms = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const visit = (node: ts.Node): void => {
      const name = impureName(node);
      if (name !== null) impure.push(`${path}: ${name}`);
      if (ts.isStringLiteralLike(node)) noteRoom(rooms, packages, node.text, path);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  }
  const suppressed = files.filter((f) => SUPPRESSION.test(f.text) && !f.path.startsWith('test/house/'));
  return { impure, suppressed: suppressed.map((f) => f.path), rooms };
}

function impureName(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && IMPURE_MEMBERS.has(node.getText())) return node.getText();
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()';
  if (!ts.isIdentifier(node) || !IMPURE_NAMES.has(node.text)) return null;
  return isReference(node) ? node.text : null;
}

/** Whether the identifier reads the global of that name, rather than naming a member, parameter or property. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent)) return true;
  return false;
}

function noteRoom(rooms: Map<string, Set<string>>, packages: readonly string[], text: string, path: string): void {
  const name = packages.find((p) => text === p || text.startsWith(`${p}/`));
  if (name === undefined) return;
  const at = rooms.get(name) ?? new Set();
  at.add(path.split('/')[1] ?? '');
  rooms.set(name, at);
}
