import type { DraftUnit } from '../draft.js';

/** Words of an instruction that lead to the new wording of another law, up to the quotation that they open. */
const INSTRUCTS =
  /\b(?:replaced|substituted|inserted|added|amended|read|reads|insert|substitute|add|replace)\b[^.“”«»]{0,120}[:—–-]\s*$/u;
/** More words than these are not looked at before a quotation. */
const LONGEST_LEAD = 200;

/**
 * Units of which those that stand inside the new wording of another law are quoted, below the instruction that gives it: from the
 * unit whose words open the quotation to the one that closes it. A quotation that nothing closes is no wording.
 */
export function quotedAmendments(units: readonly DraftUnit[]): readonly DraftUnit[] {
  if (!units.some((u) => opensWording(u.text))) return units;
  const balances = units.map((u) => balanceOf(u.text));
  const out: DraftUnit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const whole = units[at];
    if (whole === undefined) break;
    out.push(whole);
    const last = opensWording(whole.text) ? closing(balances, at) : at;
    const inside = units.slice(at + 1, last + 1);
    const deeper = Math.max(
      0,
      whole.depth + 1 - inside.reduce((least, u) => Math.min(least, u.depth), whole.depth + 1),
    );
    out.push(...inside.map((u): DraftUnit => ({ ...u, depth: u.depth + deeper, status: 'quoted' })));
    at = last;
  }
  return out;
}

/** The unit that closes what one opens; that one itself where nothing does within what wording takes. */
function closing(balances: readonly number[], from: number): number {
  let balance = balances[from] ?? 0;
  for (let at = from + 1; at <= Math.min(from + MOST_UNITS, balances.length - 1) && balance > 0; at += 1) {
    balance += balances[at] ?? 0;
    if (balance <= 0) return at;
  }
  return from;
}

/** The longest wording of the shared corpus has 36 units. */
const MOST_UNITS = 400;

/** True for words whose last quotation is opened by an instruction and not closed. */
function opensWording(words: string): boolean {
  const open = Math.max(words.lastIndexOf('“'), words.lastIndexOf('«'));
  return open >= 0 && balanceOf(words) > 0 && leads(words);
}

/** True where the outermost quotation that the words leave open is led to by an instruction. */
function leads(words: string): boolean {
  let depth = 0;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const sign = words[at] ?? '';
    if (CLOSE.has(sign)) depth += 1;
    else if (OPEN.has(sign)) depth -= 1;
    if (depth < 0) return INSTRUCTS.test(words.slice(Math.max(0, at - LONGEST_LEAD), at));
  }
  return false;
}

const OPEN: ReadonlySet<string> = new Set(['“', '«']);
const CLOSE: ReadonlySet<string> = new Set(['”', '»']);

/** How many quotations the words open more than they close. */
function balanceOf(words: string): number {
  let balance = 0;
  for (const sign of words.match(/[“”«»]/gu) ?? []) balance += OPEN.has(sign) ? 1 : -1;
  return balance;
}
