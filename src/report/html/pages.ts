import type { CodedInstrument, Study } from '../../model/index.js';
import { basicUnitOf, byEId, fullText } from '../../text/provisions.js';
import { escapeHtml, page, pageOf } from './escape.js';

/** Returns the overview: counts and the overall divergence of each pair with interval and coverage. */
export function indexPage(study: Study): string {
  const counts = Object.entries(study.summary)
    .map(([k, v]) => `<tr><th>${escapeHtml(k)}<td>${v}`)
    .join('');
  const figure = (n: number | null): string => (n === null ? 'not comparable' : n.toFixed(2));
  const pairs = study.divergences
    .filter((d) => d.scope === 'all')
    .map(
      (d) =>
        `<tr><th>${escapeHtml(d.left)} – ${escapeHtml(d.right)}<td>${figure(d.total)}<td>${figure(d.low)}–${figure(d.high)}<td>${Math.round(d.coverage * 100)} %`,
    );
  const laws = study.coded.map(
    ({ instrument: { metadata: m } }) =>
      `<li><a href="instruments/${pageOf(m.id)}">${escapeHtml(m.title)}</a> (${escapeHtml(m.id)})`,
  );
  return page(
    'Atlas of cross-border data law',
    `<p>The gold coding that figures are measured against was done with machine assistance.</p><h2>Read</h2><table>${counts}</table><h2>Divergence</h2><div><table><tr><th>Pair<th>Total<th>Interval<th>Coverage${pairs.join('')}</table></div><h2>Instruments</h2><ul>${laws.join('')}</ul>`,
  );
}

/** Returns an instrument's coded articles in full, each unit's codes linked by eId anchors. */
export function instrumentPage({ instrument, annotations }: CodedInstrument): string {
  const map = byEId(instrument);
  const groups = new Map<string, string[]>();
  for (const a of annotations) {
    const own = map.get(a.provision.eId);
    if (own === undefined) continue;
    const unit = (basicUnitOf(instrument, own) ?? own).eId;
    const anchor = unit === own.eId ? '' : ` id="${escapeHtml(own.eId)}"`;
    const item = `<li${anchor}>${escapeHtml(own.citation ?? own.eId)}: ${escapeHtml(a.code)} (${a.modality}, ${a.force}, ${a.confidence.toFixed(2)})`;
    const list = groups.get(unit) ?? [];
    // One anchor for each provision, however many codes it carries.
    list.push(anchor !== '' && list.some((l) => l.startsWith(`<li${anchor}`)) ? item.replace(anchor, '') : item);
    groups.set(unit, list);
  }
  const articles = [...groups].map(([eId, items]) => {
    const unit = map.get(eId);
    if (unit === undefined) return '';
    return `<article id="${escapeHtml(eId)}"><h2>${escapeHtml(unit.citation ?? eId)} ${escapeHtml(unit.heading ?? '')}</h2><ul>${items.join('')}</ul><pre>${escapeHtml(fullText(instrument, unit))}</pre></article>`;
  });
  return page(instrument.metadata.title, `<p><a href="../index.html">Overview</a></p>${articles.join('')}`);
}
