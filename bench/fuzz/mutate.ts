import type { Dice } from './dice.js';

/** Pieces that have broken readers before, here or elsewhere: marks, numbers, keywords, names that objects inherit. */
const TOKENS = [
  ...[
    '<',
    '</',
    '>',
    '/>',
    '&',
    '&amp;',
    '&#0;',
    '&#x10ffff;',
    '&#xd800;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml ?>',
  ],
  ...['<!DOCTYPE x [<!ENTITY e "&e;">]>', '<table>', '</table>', '<p>', '<div>', '</article>', '<article number="1">'],
  ...['"', "'", '{', '}', '[', ']', ',', ':', '{"__proto__":{"polluted":1}}', '"constructor"', 'toString', '__proto__'],
  ...['\0', '\ufeff', '\ufffd', '\u202e', '\u00ad', '\u2028', '\r', '\n\n', '\t', '\ud800', '𝟙', 'İ', 'ß', '٣', '四十'],
  ...['Article 1', 'ARTICLE IX', '§ 3', 'Section (a)', '(i)', '(1)', '1.', '1.1.1.1', 'Chapter II', 'Annex', '第三条'],
  ...['mutatis mutandis', '%PDF-', 'endstream', 'endobj', 'xref', '%%EOF', 'stream\n', '/Length -1', 'PK\x03\x04'],
  ...['9'.repeat(400), 'I'.repeat(400), ' '.repeat(3_000), '('.repeat(2_000), '-'.repeat(2_000), 'a'.repeat(5_000)],
];
const MAX_CUTS = 6;
/** A mutant is at most this much longer than its seed. */
const MAX_GROWTH_BYTES = 16 * 1024;

type Change = (bytes: Buffer, dice: Dice, other: Buffer) => Buffer;

const CHANGES: Readonly<Record<string, Change>> = {
  flip: (bytes, dice) => {
    const copy = Buffer.from(bytes);
    for (let n = dice.below(16); n >= 0; n -= 1) copy[dice.below(copy.length)] = dice.below(256);
    return copy;
  },
  cut: (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
  drop: (bytes, dice) => {
    const [from, to] = range(bytes, dice);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  repeat: (bytes, dice) => {
    const [from, to] = range(bytes, dice);
    const piece = bytes.subarray(from, Math.min(to, from + 2_000));
    const times = 1 + dice.below(Math.max(1, Math.floor(MAX_GROWTH_BYTES / Math.max(1, piece.length))));
    return Buffer.concat([
      bytes.subarray(0, to),
      ...Array.from({ length: Math.min(times, 4_000) }, () => piece),
      bytes.subarray(to),
    ]);
  },
  insert: (bytes, dice) => {
    const at = dice.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(dice.of(TOKENS)), bytes.subarray(at)]);
  },
  splice: (bytes, dice, other) => {
    const [from, to] = range(other, dice);
    const at = dice.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, Math.min(to, from + 8_000)), bytes.subarray(at)]);
  },
  swap: (bytes, dice) => {
    const [from, to] = range(bytes, dice);
    const middle = from + dice.below(to - from + 1);
    return Buffer.concat([
      bytes.subarray(0, from),
      bytes.subarray(middle, to),
      bytes.subarray(from, middle),
      bytes.subarray(to),
    ]);
  },
};
const NAMES = Object.keys(CHANGES);

/** The bytes with one to six changes, and what was done to them, for the report. */
export function mutate(bytes: Buffer, other: Buffer, dice: Dice): { readonly bytes: Buffer; readonly done: string } {
  let mutant = bytes;
  const done: string[] = [];
  for (let n = dice.below(MAX_CUTS); n >= 0; n -= 1) {
    const name = dice.of(NAMES);
    mutant = CHANGES[name]?.(mutant, dice, other) ?? mutant;
    done.push(name);
    if (mutant.length > bytes.length + MAX_GROWTH_BYTES) break;
  }
  return { bytes: mutant, done: done.join('+') };
}

function range(bytes: Buffer, dice: Dice): [number, number] {
  const [a, b] = [dice.below(bytes.length + 1), dice.below(bytes.length + 1)];
  return a < b ? [a, b] : [b, a];
}
