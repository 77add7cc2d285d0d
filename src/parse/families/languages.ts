import { unit } from '../cut/inner.js';
import type { DraftUnit } from '../draft.js';
import { chainOf, type Head } from './heads.js';
import type { Line } from './lines.js';
import { headsOf, type Style } from './style.js';

/** A second language has at least this share of the articles of the first. */
const LEAST_SHARE = 0.8;

/** The lines of the law, and those of the same law in a second language that follows it ('Article 1' … 'Artikel 1' …). */
export function byLanguage(lines: readonly Line[], style: Style): [main: readonly Line[], second: readonly Line[]] {
  const words = new Map<string, Head[]>();
  for (const head of headsOf(lines, style, () => false)) {
    const word = /^\p{L}+/u.exec(head.num.toLowerCase())?.[0] ?? '';
    words.set(word, [...(words.get(word) ?? []), head]);
  }
  const [first, second, third] = [...words.values()].map(chainOf).filter((c) => c.length >= style.least);
  const from = second?.[0];
  const last = first?.at(-1);
  if (first === undefined || second === undefined || third !== undefined || from === undefined || last === undefined)
    return [lines, []];
  const follows = last.at < from.at && from.key[0] === first[0]?.key[0];
  if (!follows || second.length < first.length * LEAST_SHARE) return [lines, []];
  // The second text begins with its own title, where the markup shows one.
  const title = lines.findIndex(
    (l, at) => at > last.at && at < from.at && l.level !== null && l.level === lines[0]?.level,
  );
  const cut = title < 0 ? from.at : title;
  return [lines.slice(0, cut), lines.slice(cut)];
}

/** The units of a text in a second language, inside an appendix: they are not the law's articles once more. */
export function otherLanguage(units: readonly DraftUnit[]): DraftUnit[] {
  return [
    unit('appendix', 0, null, ''),
    ...units.map((u): DraftUnit => ({ ...u, depth: u.depth + 1, tier: u.tier === 'basic' ? 'inner' : u.tier })),
  ];
}
