import type { Block, ProvisionKind, ProvisionStatus } from '../../model/index.js';

/** What a unit opens with. */
export interface Opening {
  readonly num?: string | null;
  readonly heading?: string | null;
  readonly text?: string;
  readonly status?: ProvisionStatus | null;
}

/** Collects the blocks of a structured reader; footnotes wait until the end, so that they cut no sentence. */
export class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly footnotes: Block[] = [];

  /** Opens a unit at a depth. Empty strings count as missing. */
  open(unit: ProvisionKind, depth: number, opening: Opening = {}): void {
    const { num, heading, text = '', status = null } = opening;
    const role = status === 'quoted' ? 'quoted' : unit === 'table' ? 'table' : 'text';
    this.blocks.push({ text, role, unit, depth, num: num || null, heading: heading || null, status, page: null });
  }

  /** Opens a table: a line for each row, its cells parted by bars. No rows open nothing. */
  table(depth: number, rows: readonly (readonly string[])[], status: ProvisionStatus | null = null): void {
    if (rows.length === 0) return;
    // An empty cell leaves two blanks.
    this.open('table', depth, {
      text: rows.map((cells) => cells.join(' | ').replaceAll('  ', ' ')).join('\n'),
      status,
    });
  }

  /** Adds words to the innermost unit whose depth is less than `depth`. Blank words add nothing. */
  words(depth: number, text: string, status: ProvisionStatus | null = null): void {
    if (text === '') return;
    this.blocks.push({ text, role: 'text', unit: null, depth, num: null, heading: null, status, page: null });
  }

  /** Keeps a footnote for the end of the document. */
  footnote(num: string | null, text: string): void {
    if (text === '') return;
    const unit = 'footnote';
    this.footnotes.push({ text, role: unit, unit, depth: 0, num, heading: null, status: null, page: null });
  }

  /** All blocks in reading order, footnotes last. */
  finish(): Block[] {
    return [...this.blocks, ...this.footnotes];
  }
}
