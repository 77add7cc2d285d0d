import type { Block, ProvisionKind, ProvisionStatus } from '../../model/index.js';

/** What a unit opens with. */
export interface Opening {
  readonly num?: string | null;
  readonly heading?: string | null;
  readonly text?: string;
  readonly status?: ProvisionStatus | null;
}

const PLAIN: Block = {
  text: '',
  role: 'text',
  unit: null,
  depth: null,
  num: null,
  heading: null,
  status: null,
  page: null,
};

/** Collects the blocks of a structured reader; footnotes wait until the end, so that they cut no sentence. */
export class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly footnotes: Block[] = [];

  /** Opens a unit at a depth. Empty strings count as missing. */
  open(unit: ProvisionKind, depth: number, opening: Opening = {}): void {
    this.blocks.push({
      ...PLAIN,
      unit,
      depth,
      num: opening.num || null,
      heading: opening.heading || null,
      text: opening.text ?? '',
      status: opening.status ?? null,
      role: opening.status === 'quoted' ? 'quoted' : unit === 'table' ? 'table' : 'text',
    });
  }

  /** Adds words to the innermost unit whose depth is less than `depth`. Blank words add nothing. */
  words(depth: number, text: string, status: ProvisionStatus | null = null): void {
    if (text !== '') this.blocks.push({ ...PLAIN, depth, text, status });
  }

  /** Keeps a footnote for the end of the document. */
  footnote(num: string | null, text: string): void {
    if (text !== '')
      this.footnotes.push({
        ...PLAIN,
        role: 'footnote',
        unit: 'footnote',
        depth: 0,
        num,
        text,
      });
  }

  /** All blocks in reading order, footnotes last. */
  finish(): Block[] {
    return [...this.blocks, ...this.footnotes];
  }
}
