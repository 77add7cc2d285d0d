import type { Position } from '../../../model/index.js';
import { type Atlas, scopeLabel } from '../../atlas.js';
import { type WorldTopology, worldScene } from '../../charts/world.js';
import { STANCES } from '../../figures.js';
import { placeName } from '../../places.js';
import { svgOf } from '../../scene/svg.js';
import type { WorldData } from '../client/shapes.js';
import { escapeHtml } from '../escape.js';
import { dataFile, scrolling } from '../parts.js';
import type { Page } from '../shell.js';

/** A letter for each stance, so that the map's data stays small. */
const LETTERS: Readonly<Record<string, string>> = { hard: 'h', soft: 's', absent: 'a' };

/** Returns the map of the world: what each country says on a code, with the table behind it. */
export function worldPage(atlas: Atlas, topology: WorldTopology | null): Page {
  return {
    path: 'world.html',
    title: 'Map of the world',
    section: 'world',
    scripts: ['data/world.js', 'assets/world.js'],
    body: (root) => body(atlas, root, topology),
    from: () => {
      const first = atlas.study.codebook.codes[0]?.id;
      const stances = atlas.study.positions.filter((p) => p.code === first).map((p) => [p.side, p.stance]);
      return [placesOf(atlas).map((side) => [side, atlas.sidePage(side)]), stances, topology];
    },
  };
}

/** Returns the data file behind the map. */
export function worldFile(atlas: Atlas): { path: string; content: string } {
  const { codes } = atlas.study.codebook;
  const stances = new Map(atlas.study.positions.map((p) => [`${p.side}\n${p.code}`, p.stance]));
  const data: WorldData = {
    codes: codes.map((c) => [c.id, scopeLabel(atlas, c.id)]),
    stances: Object.fromEntries(
      placesOf(atlas).map((side) => [
        side,
        codes.map((c) => LETTERS[stances.get(`${side}\n${c.id}`) ?? ''] ?? 'n').join(''),
      ]),
    ),
  };
  return { path: 'data/world.js', content: dataFile('world', data) };
}

/** Real sides: archetypes have no place on earth. */
const placesOf = (atlas: Atlas): readonly string[] =>
  atlas.sides.filter((s) => !s.includes('/') && atlas.study.positions.some((p) => p.side === s));

function body(atlas: Atlas, root: string, topology: WorldTopology | null): string {
  const places = placesOf(atlas);
  if (places.length === 0) return '<p class="lead">No position of a real jurisdiction was read.</p>';
  const { codes } = atlas.study.codebook;
  const first = codes[0]?.id ?? '';
  const options = codes
    .map((c) => `<option value="${escapeHtml(c.id)}">${escapeHtml(scopeLabel(atlas, c.id))}</option>`)
    .join('');
  const rows = places.map((side) => {
    const p = atlas.study.positions.find((x) => x.side === side && x.code === first);
    return row(atlas, root, side, p);
  });
  const map =
    topology === null
      ? '<p>This report was written without the outlines of countries; the table below says the same.</p>'
      : svgOf(worldScene(topology), root);
  const table = `<table id="places"><thead><tr><th scope="col">Code</th><th scope="col">Jurisdiction</th><th scope="col">Answer</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<p class="lead">Who has a rule, and how binding. Where no law was read, the map stays empty: that is a gap in the reading, not in the law.</p>
<div class="controls"><label for="code">Question<select id="code" autocomplete="off">${options}</select></label></div>
<p role="status" id="told"></p>
<div class="picture-box" data-picture="world-map">${map}<ul class="legend">${legend()}</ul><details open><summary>The table behind the map</summary>${scrolling('Answers by jurisdiction', table)}</details></div>
<p class="note">Equal-area projection (Equal Earth). Outlines: Natural Earth by way of world-atlas; they take no side in disputes over borders. Unions, states and provinces stand in the table alone; a union’s rules count for its members.</p>`;
}

function row(atlas: Atlas, root: string, side: string, p: Position | undefined): string {
  const stance = p?.stance ?? 'not-covered';
  return `<tr data-side="${escapeHtml(side)}"><th scope="row"><a href="${root}${atlas.sidePage(side)}">${escapeHtml(side)}</a></th><td>${escapeHtml(placeName(side))}</td><td class="answer">${STANCES[stance]}</td></tr>`;
}

function legend(): string {
  return [
    ['h', 'hard: binding words'],
    ['s', 'soft: ‘should’, ‘endeavour’'],
    ['a', 'absent: searched, not found'],
    ['n', 'not covered: nothing to search in was read'],
  ]
    .map(
      ([letter, words]) =>
        `<li><svg class="swatch" viewBox="0 0 20 12" aria-hidden="true"><rect class="land-${letter}" width="20" height="12"/></svg> ${words}</li>`,
    )
    .join('');
}
