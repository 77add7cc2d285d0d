import type { DraftUnit, Family } from '../draft.js';
import { annexBefore } from './divisions.js';
import { chainOf } from './heads.js';
import { byLanguage, otherLanguage } from './languages.js';
import { type Line, linesOf } from './lines.js';
import { withFirstHead, withLostHeads } from './lost.js';
import { Outline } from './outline.js';
import { BARE_TRUST, headsOf, type Style } from './style.js';
import { STYLES } from './styles.js';

/** From this share of lines in its script on, a document may belong to a family. */
const SCRIPT_SHARE = 0.4;

/** The drafting families as one: the style whose heads make the weightiest sequence reads the document. */
function familyOf(styles: readonly Style[]): Family {
  return {
    name: 'outline',
    draft(source) {
      const lines = linesOf(source);
      const style = bestStyle(lines, styles);
      if (style === null) return null;
      const [main, second] = byLanguage(withFirstHead(withLostHeads(lines, style), style), style);
      const units = draftWithAnnex(main, style, styles);
      return second.length === 0 ? units : [...units, ...otherLanguage(new Outline(second, style).draft())];
    },
  };
}

/** A decision may annex a contract, whose clauses make the weightier sequence: both are read, each in its own style. */
function draftWithAnnex(lines: readonly Line[], style: Style, styles: readonly Style[]): DraftUnit[] {
  const first = headsOf(lines, style, () => false)[0]?.at ?? 0;
  const annex = style.kind === 'clause' ? annexBefore(lines, first) : null;
  const outer = annex === null ? null : bestStyle(lines.slice(0, annex.at), styles);
  if (annex === null || outer === null) return new Outline(lines, style).draft();
  return [
    ...new Outline(lines.slice(0, annex.at), outer).draft(),
    annex.unit,
    ...new Outline(lines.slice(annex.at + 1), style).draft(),
  ];
}

function bestStyle(lines: readonly Line[], styles: readonly Style[]): Style | null {
  const candidates: { style: Style; weight: number; marked: boolean }[] = [];
  for (const style of styles) {
    const { script, tell } = style;
    if (tell !== null && !lines.some((l) => tell.test(l.text))) continue;
    if (script !== null && lines.filter((l) => script.test(l.text)).length < lines.length * SCRIPT_SHARE) continue;
    const chain = chainOf(headsOf(lines, style, () => false));
    // One head is enough where the markup says that it is one.
    const marked = chain.some((h) => h.marked);
    const weight = chain.reduce((sum, h) => sum + h.weight, 0) * style.trust;
    if (chain.length >= style.least || marked) candidates.push({ style, weight, marked });
  }
  // Bare numbers in the text count paragraphs where the markup names sections.
  const hasMarked = candidates.some((c) => c.marked);
  const eligible = candidates.filter((c) => c.marked || !hasMarked || c.style.trust > BARE_TRUST);
  return (
    eligible.reduce<(typeof eligible)[number] | null>((a, b) => (b.weight > (a?.weight ?? 0) ? b : a), null)?.style ??
    null
  );
}

/** Drafting families of flat texts, tried in order. */
export const families: Family[] = [familyOf(STYLES)];
