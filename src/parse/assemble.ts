import type { Diagnostic, Instrument, Provision, SourceDocument, Span } from '../model/index.js';
import type { DraftUnit } from './draft.js';
import { citeAll } from './naming/citation.js';
import { EIdRegister, eIdPart } from './naming/eid.js';
import { raiseScheduled } from './scheduled.js';
import { growTrees, type Node } from './tree.js';

/**
 * An instrument built from draft units: one running text, and a provision with spans, eId and citation for each unit.
 * Number, heading and words of a unit are parted by a space or line feed; no word of the drafts is lost. No units give
 * an instrument with empty text.
 */
export function assemble(source: SourceDocument, units: readonly DraftUnit[]): Instrument {
  const roots = growTrees(units);
  roots.forEach(raiseScheduled);
  const writer = new Writer(source.metadata.id, source.path, citeAll(roots));
  const counts = new Map<string, number>();
  for (const root of roots) writer.write(root, null, 0, counts);
  return {
    metadata: source.metadata,
    format: source.format,
    text: writer.text(),
    provisions: writer.provisions,
    renditions: [
      {
        path: source.path,
        format: source.format,
        sha256: source.sha256,
        used: true,
      },
    ],
    diagnostics: [...source.diagnostics, ...writer.diagnostics],
  };
}

class Writer {
  readonly provisions: Provision[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private readonly chunks: string[] = [];
  private length = 0;
  private readonly register = new EIdRegister();
  /** What the children of a division without number put before their names, by its eId. */
  private readonly prefixes = new Map<string, string>();

  constructor(
    private readonly instrument: string,
    private readonly file: string,
    private readonly cited: ReadonlyMap<Node, string | null>,
  ) {}

  text(): string {
    return this.chunks.join('');
  }

  write(node: Node, parent: string | null, depth: number, counts: Map<string, number>): Span {
    const eId = this.name(node, parent, counts);
    if (this.length > 0) this.add('\n');
    const start = this.length;
    const index = this.provisions.length;
    // The place is kept, so that parents stand before children; the spans are known only after the children.
    this.provisions.push(PLACEHOLDER);
    const numSpan = node.num === null ? null : this.add(node.num);
    if (node.heading !== null && numSpan) this.add(' ');
    const headingSpan = node.heading === null ? null : this.add(node.heading);
    const ownSpans: Span[] = [];
    const inner = new Map<string, number>();
    for (const part of node.parts) {
      if (typeof part !== 'string') {
        this.write(part, eId, depth + 1, inner);
        continue;
      }
      if (this.length > start) this.add(headingSpan === null && ownSpans.length === 0 && inner.size === 0 ? ' ' : '\n');
      ownSpans.push(this.add(part));
    }
    const span = { start, end: this.length };
    this.provisions[index] = {
      eId,
      parent,
      kind: node.kind,
      tier: node.tier,
      depth,
      num: node.num,
      citation: this.cited.get(node) ?? null,
      heading: node.heading,
      status: node.status,
      span,
      numSpan,
      headingSpan,
      ownSpans,
    };
    return span;
  }

  private add(text: string): Span {
    const start = this.length;
    this.chunks.push(text);
    this.length += text.length;
    return { start, end: this.length };
  }

  private name(node: Node, parent: string | null, counts: Map<string, number>): string {
    const key = `${node.kind}${node.num === null ? '' : '#'}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const part = eIdPart(node.kind, node.label ?? node.term?.toLowerCase() ?? null, count);
    const prefix = parent === null ? '' : (this.prefixes.get(parent) ?? parent);
    const { eId, changed } = this.register.claim(prefix === '' ? part : `${prefix}__${part}`);
    // A heading without number lends none: else an inserted heading would rename every section after it.
    if (node.kind === 'division' && node.label === null) this.prefixes.set(eId, prefix);
    if (changed && node.tier === 'basic') this.report(eId, node);
    return eId;
  }

  private report(eId: string, node: Node): void {
    this.diagnostics.push({
      ruleId: 'parse/duplicate-number',
      severity: 'info',
      message: `A second unit is numbered '${node.num ?? node.kind}'; it is named ${eId}.`,
      mend: null,
      file: this.file,
      instrument: this.instrument,
      span: { start: this.length, end: this.length },
    });
  }
}

const PLACEHOLDER: Provision = {
  eId: '',
  parent: null,
  kind: 'body',
  tier: 'back',
  depth: 0,
  num: null,
  citation: null,
  heading: null,
  status: 'in-force',
  span: { start: 0, end: 0 },
  numSpan: null,
  headingSpan: null,
  ownSpans: [],
};
