import { type Atlas, scopeLabel } from '../../atlas.js';
import { type SeriesPlan, seriesScene } from '../../charts/series.js';
import { type Dated, KINDS, timelineScene, yearOf } from '../../charts/timeline.js';
import { counted, figure, interval } from '../../figures.js';
import { svgOf } from '../../scene/svg.js';
import { escapeHtml } from '../escape.js';
import { scrolling } from '../parts.js';
import type { Page } from '../shell.js';

/** Returns the timeline: when the instruments were made, filtered by what they rule on, with the table behind it. */
export function timelinePage(atlas: Atlas, series: SeriesPlan | null): Page {
  return {
    path: 'timeline.html',
    title: 'Timeline',
    section: 'timeline',
    scripts: ['assets/timeline.js'],
    body: (root) => body(atlas, root) + convergence(series),
  };
}

/** Real instruments with a known year, and how many have none. */
export function datedOf(atlas: Atlas): { items: readonly Dated[]; undated: number } {
  const real = atlas.study.coded.filter((c) => c.instrument.metadata.kind !== 'archetype');
  const items = real.flatMap((coded): Dated[] => {
    const year = yearOf(coded);
    const { id } = coded.instrument.metadata;
    return year === null ? [] : [{ coded, year, name: atlas.nameOf(id), href: atlas.instrumentPage(id) }];
  });
  return { items: [...items].sort((a, b) => a.year - b.year), undated: real.length - items.length };
}

function body(atlas: Atlas, root: string): string {
  const { items, undated } = datedOf(atlas);
  const scene = timelineScene(items);
  if (scene === null)
    return '<p class="lead">No instrument with a known date was read. Archetypes have none: they are models, not laws.</p>';
  const { families, codes } = atlas.study.codebook;
  const options = families.map(
    (f) =>
      `<optgroup label="${escapeHtml(f.label)}"><option value="${escapeHtml(f.id)}">all of ${escapeHtml(f.label)}</option>${codes
        .filter((c) => c.family === f.id)
        .map((c) => `<option value="${escapeHtml(c.id)}">${escapeHtml(scopeLabel(atlas, c.id))}</option>`)
        .join('')}</optgroup>`,
  );
  const rows = items.map(({ coded, year, name, href }) => {
    const { metadata: m } = coded.instrument;
    const own = [...new Set(coded.annotations.map((a) => a.code))].sort();
    const hard = [...new Set(coded.annotations.filter((a) => a.force === 'hard').map((a) => a.code))];
    const places = m.jurisdictions.length > 8 ? `${m.jurisdictions.length} parties` : m.jurisdictions.join(', ');
    return `<tr data-instrument="${escapeHtml(m.id)}" data-codes="${escapeHtml(own.join(' '))}" data-hard="${escapeHtml(hard.join(' '))}"><td class="n">${year}</td><th scope="row"><a href="${root}${href}">${escapeHtml(name)}</a></th><td>${escapeHtml(m.title)}</td><td>${m.kind}</td><td>${escapeHtml(places)}</td><td class="n">${own.length}</td></tr>`;
  });
  const table = `<table id="made"><thead><tr><th scope="col" class="n">Year</th><th scope="col">Instrument</th><th scope="col">Title</th><th scope="col">Kind</th><th scope="col">Jurisdictions</th><th scope="col" class="n">Codes</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const kinds = KINDS.filter(([kind]) => items.some((i) => i.coded.instrument.metadata.kind === kind)).map(
    ([kind, ink, shape]) =>
      `<li><svg class="swatch plain" viewBox="0 0 12 12" aria-hidden="true">${SHAPES[shape].replace('class=""', `class="f-${ink}"`)}</svg> ${kind}</li>`,
  );
  return `<p class="lead">When the rules came: each mark is an instrument above the year it was made (or came into force, where only that is known).</p>
<div class="controls"><label for="code">Only those that rule on<select id="code" autocomplete="off"><option value="">anything coded</option>${options.join('')}</select></label><label for="force">Force<select id="force" autocomplete="off"><option value="">hard or soft</option><option value="hard">hard</option></select></label></div>
<p role="status" id="told">${counted(items.length, 'instrument')}</p>
<div class="picture-box" data-picture="timeline"><ul class="legend">${kinds.join('')}</ul><div class="wide" tabindex="0" role="region" aria-label="Timeline drawing">${svgOf(scene, root)}</div><details><summary>The table behind the timeline</summary>${scrolling('Instruments by year', table)}</details></div>
<p class="note">${undated === 0 ? 'All coded instruments have a year.' : `${counted(undated, 'coded instrument has', 'coded instruments have')} no known year and cannot be shown here.`}</p>`;
}

/** Whether the laws converge: the mean over all pairs by year, with its interval and the table behind it. */
function convergence(series: SeriesPlan | null): string {
  const scene = series === null ? null : seriesScene(series);
  const heading = '<h2 id="convergence">Is law converging?</h2>';
  if (series === null || scene === null)
    return `${heading}<p>Too few jurisdictions with dated laws of their own were read to follow them through the years.</p>`;
  const { trend } = series;
  const signed = (n: number): string => `${n >= 0 ? '+' : '−'}${Math.abs(n).toFixed(3)}`;
  const verdict =
    trend.perDecade === null || trend.low === null || trend.high === null
      ? `${trend.verdict}.`
      : `${trend.verdict}: ${signed(trend.perDecade)} in ten years (${signed(trend.low)} to ${signed(trend.high)}).`;
  const rows = series.points
    .filter((p) => p.mean !== null)
    .map((p) => {
      const like = p.likeForLike === null ? 'none' : signed(p.likeForLike);
      return `<tr><th scope="row">${p.year}</th><td class="n">${p.sides}</td><td class="n">${p.pairs}</td><td class="n">${figure(p.mean)}</td><td class="d">${interval(p)}</td><td class="n">${like}</td></tr>`;
    });
  const head = ['Year', 'Jurisdictions', 'Pairs', 'Mean divergence', 'Interval', 'Like for like'];
  const table = `<table><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `${heading}<p>Mean divergence over all pairs of jurisdictions with laws of their own in force. Those that join move the mean too: like for like is the change of the pairs that were there the year before. Laws are taken as they were read, without their former versions. The band is the interval; where the line runs along its edge, most redrawings of the provisions gave figures on one side of it.</p><p><strong>${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}</strong></p><div class="picture-box" data-picture="convergence"><div class="wide" tabindex="0" role="region" aria-label="Drawing of the means by year">${svgOf(scene, '')}</div><details><summary>The table behind the line</summary>${scrolling('Mean divergence by year', table)}</details></div><p class="note">Other groups, families and treaty networks: <code>lexatlas timeline EU KR JP --scope transfer</code>, <code>lexatlas timeline --treaties</code>.</p>`;
}

const SHAPES = {
  circle: '<circle class="" cx="6" cy="6" r="5"/>',
  square: '<rect class="" x="1.5" y="1.5" width="9" height="9"/>',
  diamond: '<path class="" d="M6,1L11,6L6,11L1,6Z"/>',
} as const;
