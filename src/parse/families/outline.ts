import type { Block, ProvisionKind, SourceDocument } from '../../model/index.js';
import type { DraftUnit, Family } from '../draft.js';
import { type Cut, unit } from './inner.js';

/** What the heads of a drafting family look like. Patterns match a whole line; group `num` is required, `title` and `rest` may be there. */
export interface Style {
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly head: RegExp;
  readonly divisions: readonly { readonly kind: ProvisionKind; readonly head: RegExp }[];
  readonly cut: Cut;
  /** Heads this many at least make the family. */
  readonly least: number;
  /** Bare numbers are heads only in sequence. */
  readonly sequential: boolean;
  /** The title stands in the line after the number. */
  readonly titleBelow: boolean;
}

const BODY_DEPTH = 10;
const ANNEX =
  /^(?<num>(?:the )?(?:annex|schedule|appendix|anexo|annexe|anlage|附则|附則|附表|附件|부칙|별표|lampiran|phụ lục)(?:\s+[\dIVXLA-Z一二三四五六七八九十]{1,5})?)(?:[\s.:–—-]+(?<title>.{0,120}))?$/iu;

/** The family whose heads and inner numbering a style declares. */
export function familyOf(style: Style): Family {
  return {
    name: style.name,
    recognises: (source) => mainHeads(source, style) >= style.least,
    draft: (source) => draft(source, style),
  };
}

function mainHeads(source: SourceDocument, style: Style): number {
  return source.blocks.filter((b) => isHead(b, style)).length;
}

function isHead(block: Block, style: Style): boolean {
  return style.head.test(block.text);
}

function draft(source: SourceDocument, style: Style): DraftUnit[] {
  const units: DraftUnit[] = [];
  const skip = contents(source.blocks, style);
  let body: string[] = [];
  let open = false;
  let last = 0;
  let lastNum: string | null = null;
  const flush = () => {
    if (open) units.push(...style.cut(body, BODY_DEPTH + 1));
    else units.push(...body.map((t) => unit('text', BODY_DEPTH + 1, null, t)));
    body = [];
  };
  for (const [at, block] of source.blocks.entries()) {
    if (at < skip) {
      units.push(unit('text', BODY_DEPTH, null, block.text));
      continue;
    }
    const head = style.head.exec(block.text)?.groups;
    const value = head ? firstNumber(head['num'] ?? '') : 0;
    const fits = !style.sequential || value === last + 1 || (value > last && value <= last + 3 && last > 0);
    // A head printed again at once (a page's running head) continues its unit.
    if (head && open && head['num'] === lastNum) continue;
    if (head && fits) {
      lastNum = head['num'] ?? null;
      flush();
      open = true;
      last = value;
      const below = source.blocks[at + 1];
      const title = (head['title'] ?? head['title2'])?.trim() || null;
      units.push(unit(style.kind, BODY_DEPTH, head['num'] ?? null, '', title));
      const rest = head['rest'] ?? head['rest2'];
      if (rest) body.push(rest);
      else if (title === null && style.titleBelow && below && isTitle(below, style)) {
        units[units.length - 1] = unit(style.kind, BODY_DEPTH, head['num'] ?? null, '', below.text);
        titled.add(below);
      }
      continue;
    }
    if (titled.has(block)) continue;
    const division = divisionOf(block, style);
    if (division !== null) {
      flush();
      open = false;
      // Annexes count anew.
      if (division.depth === 0) last = 0;
      units.push(division);
      continue;
    }
    body.push(block.text);
  }
  flush();
  return units;
}

const titled = new WeakSet<Block>();

function isTitle(block: Block, style: Style): boolean {
  return block.text.length <= 140 && !/[.;:]$|^[(\d]/u.test(block.text) && !isHead(block, style);
}

function divisionOf(block: Block, style: Style): DraftUnit | null {
  const annex = block.text.length < 160 ? ANNEX.exec(block.text)?.groups : undefined;
  if (annex) return unit('annex', 0, annex['num'] ?? null, '', annex['title']?.trim() || null);
  for (const [at, division] of style.divisions.entries()) {
    const found = block.text.length < 200 ? division.head.exec(block.text)?.groups : undefined;
    if (found) return unit(division.kind, at + 1, found['num'] ?? null, '', found['title']?.trim() || null);
  }
  return null;
}

/** Blocks before the law begins: a list of heads that all return later is the contents. */
function contents(blocks: readonly Block[], style: Style): number {
  const ones = blocks.flatMap((b, i) => (firstNumber(style.head.exec(b.text)?.groups?.['num'] ?? '') === 1 ? [i] : []));
  const [first, second] = ones;
  if (first === undefined || second === undefined || second > blocks.length / 2) return 0;
  const between = blocks.slice(first, second);
  const heads = between.filter((b) => isHead(b, style)).length;
  const words = between.reduce((n, b) => n + b.text.length, 0);
  return heads >= 3 && words / heads < 120 ? second : 0;
}

function firstNumber(num: string): number {
  const digits = /\d+/u.exec(num.normalize('NFKC'));
  return digits ? Number(digits[0]) : /第[一１1]条/u.test(num) ? 1 : 0;
}
