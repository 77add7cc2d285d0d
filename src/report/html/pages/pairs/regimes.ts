import type { Divergence } from '../../../../model/index.js';
import type { Atlas } from '../../../atlas.js';
import { type RegimePlan, regimeScene } from '../../../charts/regimes.js';
import { figure, percent } from '../../../figures.js';
import { placeName } from '../../../places.js';
import { svgOf } from '../../../scene/svg.js';
import { escapeHtml } from '../../escape.js';
import { heatClass, meter, scrolling, sideHead, spoken } from '../../parts.js';
import type { Page } from '../../shell.js';

const POLE = 'archetype/';
/** Kruskal's own word for a stress over 0.2 is 'poor'. @see https://doi.org/10.1007/BF02289565 */
const MISLEADING = 0.2;

/** Returns the regime page: how near each side stands to each archetype. */
export function regimesPage(atlas: Atlas, plan: RegimePlan | null): Page {
  return { path: 'regimes.html', title: 'Regimes', section: 'regimes', body: (root) => body(atlas, root, plan) };
}

function body(atlas: Atlas, root: string, plan: RegimePlan | null): string {
  const pairs = new Map<string, Divergence>();
  for (const d of atlas.study.divergences)
    if (d.scope === 'all') for (const key of [`${d.left}\n${d.right}`, `${d.right}\n${d.left}`]) pairs.set(key, d);
  const poles = atlas.sides.filter((s) => s.startsWith(POLE));
  const sides = atlas.sides.filter((s) => !s.startsWith(POLE) && poles.some((p) => pairs.has(`${s}\n${p}`)));
  const shown = sides.length > 0 ? sides : poles;
  const lead =
    '<p class="lead">An archetype states one path of regulation as clearly as it can be stated: free flow, accountability, adequacy, consent, localization, long arm. How near a side stands to each says more than a label would.</p>';
  if (pairs.size === 0) return `${lead}<p>Nothing could be compared in what was read.</p>`;
  const rows = shown.map((side) => row(atlas, root, side, poles, pairs));
  const heads = poles.map(
    (p) => `<th scope="col"><a href="${root}${atlas.sidePage(p)}">${escapeHtml(nameOf(p))}</a></th>`,
  );
  return `${lead}${map(atlas, root, plan)}
<h2 id="distances">Distance to each archetype</h2><div data-picture="distance-to-archetypes">${scrolling('Distance to the archetypes', `<table class="heat"><thead><tr><th scope="col">Side</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`)}</div>
<p class="note">The nearest archetype of a row is framed, and every archetype whose interval reaches it carries a tilde: between those the order is not known.</p>`;
}

function row(
  atlas: Atlas,
  root: string,
  side: string,
  poles: readonly string[],
  pairs: ReadonlyMap<string, Divergence>,
): string {
  const own = poles.flatMap((p) => pairs.get(`${side}\n${p}`) ?? []);
  const nearest = own.reduce<Divergence | null>(
    (best, d) => (d.total !== null && (best?.total == null || d.total < best.total) ? d : best),
    null,
  );
  const cells = poles.map((p) => {
    const d = pairs.get(`${side}\n${p}`);
    if (d === undefined)
      return `<td class="none">${side === p ? '<span class="self" aria-hidden="true">·</span>' : ''}<span class="vh">not compared</span></td>`;
    const isNearest = d === nearest;
    const isTied = !isNearest && d.low !== null && nearest?.high != null && d.low <= nearest.high;
    const sign = isNearest ? 'nearest ' : isTied ? '~ ' : '';
    const address = `${root}compare.html#left=${encodeURIComponent(d.left)}&amp;right=${encodeURIComponent(d.right)}&amp;scope=all`;
    return `<td class="${heatClass(d.total)}${isNearest ? ' nearest' : ''}" data-csv="${d.total === null ? 'not comparable' : d.total.toFixed(3)}"><a href="${address}" aria-label="${escapeHtml(`${side} and ${nameOf(p)}: ${sign}${spoken(d)}`)}">${isTied ? '~' : ''}${figure(d.total).replace('not comparable', 'n/c')}${meter(d)}</a></td>`;
  });
  return `<tr><th scope="row" data-csv="${escapeHtml(side)}">${sideHead(atlas, root, side)}</th>${cells.join('')}</tr>`;
}

/** The map, how far it may be trusted, and its coordinates as a table. */
function map(atlas: Atlas, root: string, plan: RegimePlan | null): string {
  if (plan === null) return '';
  const here = plan.points.filter((p) => atlas.sides.includes(p.side));
  const scene = regimeScene({ ...plan, points: here }, (side) => atlas.sidePage(side));
  if (scene === null) return '';
  const rows = here.map(
    (p) =>
      `<tr><th scope="row"><a href="${root}${atlas.sidePage(p.side)}">${escapeHtml(p.side)}</a></th><td>${escapeHtml(placeName(p.side))}</td><td class="n">${p.cluster}</td><td class="n">${p.x.toFixed(3)}</td><td class="n">${p.y.toFixed(3)}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Side</th><th scope="col">Name</th><th scope="col" class="n">Cluster</th><th scope="col" class="n">x</th><th scope="col" class="n">y</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const trust =
    plan.stress > MISLEADING
      ? ' A stress over 0.20 is poor by Kruskal’s measure: take the map for a sketch, and the figures from the tables.'
      : '';
  const left =
    plan.left.length === 0
      ? ''
      : ` Left out, because some figure of theirs is missing: ${escapeHtml(plan.left.join(', '))}.`;
  return `<h2 id="map">Map</h2><div class="picture-box" data-picture="regime-map"><div class="wide" tabindex="0" role="region" aria-label="Map of regimes">${svgOf(scene, root)}</div><p class="note">Near means alike; the axes have no meaning of their own. ◆ archetypes, ● laws; colours are clusters. Stress ${plan.stress.toFixed(2)}, the two axes hold ${percent(plan.explained)} of the spread.${trust}${left}</p><details><summary>The table behind the map</summary>${scrolling('Places on the map', table)}</details></div>`;
}

const nameOf = (pole: string): string => pole.slice(POLE.length).replaceAll('-', ' ');
