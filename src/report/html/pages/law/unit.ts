import type { ClauseAnnotation, CodedInstrument, Instrument, Provision, Span } from '../../../../model/index.js';
import { type Atlas, scopeLabel } from '../../../atlas.js';
import { amountsInWords, bodyStart } from '../../../wording.js';
import { escapeHtml } from '../../escape.js';
import { codePath } from '../concordance.js';
import type { LawLink } from './links.js';

interface Ink {
  readonly span: Span;
  readonly isCue: boolean;
}

/**
 * Returns an article in full: each provision inside it with its own anchor, its codes in the margin, the words that state
 * the rule underlined and the cues highlighted. Text, number and heading come from the law and are escaped.
 */
export function unitHtml(
  atlas: Atlas,
  root: string,
  { instrument, annotations }: CodedInstrument,
  unit: Provision,
  links: readonly LawLink[],
): string {
  const inside = instrument.provisions.filter((p) => p !== unit && isWithin(p.span, unit.span));
  const children = new Map<string, Provision[]>();
  for (const p of inside) children.set(p.parent ?? '', [...(children.get(p.parent ?? '') ?? []), p]);
  const mine = annotations.filter((a) => a.provision.eId === unit.eId || inside.some((p) => p.eId === a.provision.eId));
  const ink = mine.flatMap((a): Ink[] => [
    { span: a.span, isCue: false },
    ...a.evidence.flatMap((e) => (e.span === null || e.weight <= 0 ? [] : [{ span: e.span, isCue: true }])),
  ]);
  const render = (p: Provision): string => {
    const codes = margin(
      atlas,
      root,
      mine.filter((a) => a.provision.eId === p.eId),
    );
    const start = bodyStart(p);
    let at = start;
    let out = '';
    for (const child of (children.get(p.eId) ?? []).sort((a, b) => a.span.start - b.span.start)) {
      // A child that overlaps its elder brother would print words twice.
      if (child.span.start < at) continue;
      out += inked(instrument, { start: at, end: child.span.start }, ink, links) + render(child);
      at = child.span.end;
    }
    out += inked(instrument, { start: at, end: p.span.end }, ink, links);
    if (p === unit) return `<div class="words">${codes}${out}</div>`;
    const shown = (title: Span | null): string =>
      title === null || title.end > start ? '' : escapeHtml(slice(instrument, title));
    const number = shown(p.numSpan) === '' ? '' : `<span class="num">${shown(p.numSpan)}</span> `;
    const heading = shown(p.headingSpan) === '' ? '' : `<strong>${shown(p.headingSpan)}</strong> `;
    return `<div class="p" id="${escapeHtml(p.eId)}"${pinpoint(p)}>${codes}${number}${heading}${out}${pin(p)}</div>`;
  };
  return `<article class="unit" id="${escapeHtml(unit.eId)}"${pinpoint(unit)}><h3>${escapeHtml(titleOf(unit))}</h3>${render(unit)}</article>`;
}

/** Number and heading of a unit; its kind where it has neither: `Preamble`, `Article without a number`. */
export function titleOf(p: Provision): string {
  const number = p.num ?? p.citation ?? '';
  const named = p.kind === 'recital' && number !== '' ? `Recital ${number.replace(/^\D+|\D+$/g, '')}` : number;
  const title = [named, p.heading ?? ''].filter((x) => x !== '').join(' ');
  if (title !== '') return title;
  const kind = `${p.kind.charAt(0).toUpperCase()}${p.kind.slice(1)}`;
  return p.tier === 'basic' || p.tier === 'inner' ? `${kind} without a number` : kind;
}

const pinpoint = (p: Provision): string => (p.citation === null ? '' : ` data-pinpoint="${escapeHtml(p.citation)}"`);

function pin(p: Provision): string {
  return `<a class="pin" href="#${encodeURIComponent(p.eId)}" aria-label="Address of ${escapeHtml(p.citation ?? p.eId)}">#</a>`;
}

/** The margin stands on the side where the law's lines end, so its direction is the law's; what it says is English. */
function margin(atlas: Atlas, root: string, annotations: readonly ClauseAnnotation[]): string {
  if (annotations.length === 0) return '';
  const items = annotations.map((a) => {
    const amounts = a.quantities.length === 0 ? '' : ` · ${escapeHtml(amountsInWords(a.quantities).join(', '))}`;
    const why = a.evidence.map((e) => e.by).join(', ');
    return `<li dir="ltr"><a href="${root}${codePath(a.code)}">${escapeHtml(scopeLabel(atlas, a.code))}</a><small title="${escapeHtml(why)}">${a.modality}, ${a.force}, ${a.addressee}${amounts} · confidence ${a.confidence.toFixed(2)}${a.annotator.startsWith('human:') ? ` · ${escapeHtml(a.annotator)}` : ''}</small></li>`;
  });
  return `<ul class="codes" lang="en">${items.join('')}</ul>`;
}

/** The words of a stretch, cut at the edges of every mark so that marks may overlap without nesting wrongly. */
function inked(instrument: Instrument, stretch: Span, ink: readonly Ink[], links: readonly LawLink[]): string {
  if (stretch.end <= stretch.start) return '';
  const here = ink.filter((i) => i.span.start < stretch.end && i.span.end > stretch.start);
  const leading = links.filter((l) => l.span.start >= stretch.start && l.span.end <= stretch.end);
  const edges = new Set([stretch.start, stretch.end]);
  for (const { span } of [...here, ...leading])
    for (const edge of [span.start, span.end]) if (edge > stretch.start && edge < stretch.end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted
    .slice(0, -1)
    .map((start, i) => {
      const end = sorted[i + 1] ?? start;
      const words = escapeHtml(slice(instrument, { start, end }));
      const over = here.filter((x) => x.span.start <= start && x.span.end >= end);
      const link = leading.find((l) => l.span.start <= start && l.span.end >= end);
      const shown =
        link === undefined
          ? words
          : `<a class="${link.kind}" href="#${encodeURIComponent(link.eId)}" title="${link.kind === 'term' ? 'defined in' : 'see'} ${escapeHtml(link.citation)}">${words}</a>`;
      if (over.length === 0 || words.trim() === '') return shown;
      return `<mark${over.some((x) => x.isCue) ? ' class="cue"' : ''}>${shown}</mark>`;
    })
    .join('');
}

const slice = (instrument: Instrument, span: Span): string => instrument.text.slice(span.start, span.end);
const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
