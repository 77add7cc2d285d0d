import type { Diagnostic, Instrument, Provision, ProvisionKind, SourceDocument, Span } from '../model/index.js';
import type { DraftUnit } from './draft.js';
import { citeAll } from './naming/citation.js';
import { eIdPart, twinEId } from './naming/eid.js';
import { Register } from './naming/register.js';
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
  citeAll(roots);
  const writer = new Writer(source.metadata.id, source.path);
  const counts = new Counts();
  for (const root of roots) writer.write(root, null, '', 0, counts);
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
  private readonly register = new Register(twinEId);

  constructor(
    private readonly instrument: string,
    private readonly file: string,
  ) {}

  text(): string {
    return this.chunks.join('');
  }

  /** @param prefix what stands before the names of the parent's children */
  write(node: Node, parent: string | null, prefix: string, depth: number, counts: Counts): Span {
    const eId = this.name(node, prefix, counts);
    // A heading without number lends none: else an inserted heading would rename every section after it.
    const ownPrefix = node.kind === 'division' && node.label === null ? prefix : `${eId}__`;
    if (this.length > 0) this.add('\n');
    const start = this.length;
    const index = this.provisions.length;
    // The place is kept, so that parents stand before children; the spans are known only after the children.
    this.provisions.push(PLACEHOLDER);
    const numSpan = node.num === null ? null : this.add(node.num);
    if (node.heading !== null && numSpan) this.add(' ');
    const headingSpan = node.heading === null ? null : this.add(node.heading);
    const ownSpans: Span[] = [];
    let inner: Counts | null = null;
    for (const part of node.parts) {
      if (typeof part !== 'string') {
        inner ??= new Counts();
        this.write(part, eId, ownPrefix, depth + 1, inner);
        continue;
      }
      if (this.length > start) this.add(headingSpan === null && ownSpans.length === 0 && inner === null ? ' ' : '\n');
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
      citation: node.citation,
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

  private name(node: Node, prefix: string, counts: Counts): string {
    const wanted = prefix + eIdPart(node.kind, node.label ?? node.term?.toLowerCase() ?? null, counts.next(node));
    const eId = this.register.claim(wanted);
    if (eId !== wanted && node.tier === 'basic') this.report(eId, node);
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

/** Counts siblings of a kind, those that print a number and those that do not each for themselves. */
class Counts {
  private readonly numbered = new Map<ProvisionKind, number>();
  private readonly bare = new Map<ProvisionKind, number>();

  /** The place of the next sibling, from 1. */
  next({ kind, num }: Node): number {
    const counts = num === null ? this.bare : this.numbered;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count;
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
