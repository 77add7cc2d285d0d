import type { Code, Concordance, ConcordanceCell, ConcordanceRow, ProvisionRef } from '../../../model/index.js';
import { type Atlas, scopeLabel } from '../../atlas.js';
import { counted, STANCES } from '../../figures.js';
import { placeName } from '../../places.js';
import { escapeHtml } from '../escape.js';
import { instrumentsIn, toldOf } from '../kept.js';
import { citeLink, SIGNS, scrolling, sideHead, stance } from '../parts.js';
import type { Page } from '../shell.js';
import type { Told } from '../told.js';

/** Citations shown in a cell at once; the rest unfold. */
const CITED_AT_ONCE = 3;

/** Page of a code from the report's root. */
export function codePath(code: string): string {
  return `codes/${code.replace(/[^a-z0-9.-]/gi, '-')}.html`;
}

/** Returns the matrix of positions (sides × codes) and a page for each code with its rules across jurisdictions. */
export function concordancePages(atlas: Atlas, told: Told): readonly Page[] {
  const byCode = new Map(atlas.study.concordances.map((c) => [c.code, c]));
  const pages = atlas.study.codebook.codes.map(
    (code): Page => ({
      path: codePath(code.id),
      title: scopeLabel(atlas, code.id),
      section: 'concordance',
      body: (root) => codeBody(atlas, root, code, byCode.get(code.id)),
      from: (keyOf) => {
        const table = byCode.get(code.id);
        const refs = (table?.rows ?? []).flatMap((r) => [r.medoid, ...r.cells.flatMap((c) => c.provisions)]);
        const pages = (table?.jurisdictions ?? []).map((j) => atlas.sidePage(j));
        const stances = atlas.study.positions.filter((p) => p.code === code.id).map((p) => [p.side, p.stance]);
        return [table, pages, stances, toldOf(atlas, instrumentsIn(refs), keyOf)];
      },
    }),
  );
  return [
    {
      path: 'concordance.html',
      title: 'Who rules on what',
      section: 'concordance',
      body: (root) => matrix(atlas, root),
      from: () => [
        told.stances,
        atlas.sides.map((side) => [side, atlas.sidePage(side)]),
        atlas.study.concordances.map((c) => [c.code, c.rows.length]),
      ],
    },
    ...pages,
  ];
}

function matrix(atlas: Atlas, root: string): string {
  const { codebook, positions, concordances } = atlas.study;
  const stances = new Map(positions.map((p) => [`${p.side}\n${p.code}`, p.stance]));
  const sides = atlas.sides.filter((side) => positions.some((p) => p.side === side));
  const head = codebook.codes
    .map((c) => `<th scope="col"><a href="${root}${codePath(c.id)}">${escapeHtml(scopeLabel(atlas, c.id))}</a></th>`)
    .join('');
  const rows = sides.map((side) => {
    const cells = codebook.codes.map((c) => {
      const value = stances.get(`${side}\n${c.id}`) ?? 'not-covered';
      const told = `data-csv="${STANCES[value]}"`;
      if (value === 'not-covered')
        return `<td class="nc" ${told}>${SIGNS[value]}<span class="vh"> ${STANCES[value]}</span></td>`;
      const address = `${root}${atlas.sidePage(side)}#${c.id}`;
      return `<td ${told}><a class="s-${value}" href="${address}" aria-label="${STANCES[value]}">${SIGNS[value]}</a></td>`;
    });
    return `<tr><th scope="row" data-csv="${escapeHtml(side)}">${sideHead(atlas, root, side)}</th>${cells.join('')}</tr>`;
  });
  const rules = concordances
    .map(
      (c) =>
        `<li><a href="${root}${codePath(c.code)}">${escapeHtml(scopeLabel(atlas, c.code))}</a>: ${counted(c.rows.length, 'rule')}</li>`,
    )
    .join('');
  return `<p class="lead">What each side says on each code. A sign leads to the provisions’ words, a column’s head to the rules side by side.</p><ul class="legend"><li>${stance('hard')} binding words</li><li>${stance('soft')} ‘should’, ‘endeavour’</li><li>${stance('absent')} searched, not found</li><li><span class="swatch hx" aria-hidden="true"></span> ${stance('not-covered')} no text that could hold it was read</li></ul><div data-table="positions">${scrolling('Positions by side and code', `<table class="matrix many"><thead><tr><th scope="col">Side</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`)}</div><h2 id="rules">Rules by code</h2><ul>${rules}</ul>`;
}

function codeBody(atlas: Atlas, root: string, code: Code, concordance: Concordance | undefined): string {
  const facts = [
    ['Definition', code.definition],
    ['Takes in', code.include],
    ['Leaves out', code.exclude],
  ]
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `<dt>${name}</dt><dd>${escapeHtml(text ?? '')}</dd>`)
    .join('');
  const rows = concordance?.rows ?? [];
  const found = new Set(
    rows.flatMap((row) => row.cells.filter((c) => c.status === 'found').map((c) => c.jurisdiction)),
  );
  const columns = (concordance?.jurisdictions ?? []).filter((j) => found.has(j));
  const table =
    rows.length === 0
      ? '<p>No rule with this code was found in what was read.</p>'
      : `<p>${counted(rows.length, 'rule')} across ${counted(columns.length, 'jurisdiction')}. A rule is a group of comparable provisions, named after its most central one.</p><div data-table="rules-${escapeHtml(code.id)}">${scrolling(`Rules of ${code.id} by jurisdiction`, `<table class="rules"><thead><tr><th scope="col">Rule</th>${columns.map((j) => `<th scope="col"><a href="${root}${atlas.sidePage(j)}#${code.id}" title="${escapeHtml(placeName(j))}">${escapeHtml(j)}</a></th>`).join('')}</tr></thead><tbody>${rows.map((row) => ruleRow(atlas, root, row, columns)).join('')}</tbody></table>`)}</div>`;
  return `<dl class="facts">${facts}</dl>${table}${elsewhere(atlas, code.id, found)}<p><a href="${root}concordance.html">All codes</a> · <a href="${root}divergence.html#scope=${code.id}">Divergence on this code</a></p>`;
}

function ruleRow(atlas: Atlas, root: string, row: ConcordanceRow, columns: readonly string[]): string {
  const cells = new Map(row.cells.map((c) => [c.jurisdiction, c]));
  return `<tr><th scope="row">${escapeHtml(row.label)}<br><span class="note">${citeLink(atlas, root, row.medoid)}</span></th>${columns.map((j) => ruleCell(atlas, root, cells.get(j))).join('')}</tr>`;
}

function ruleCell(atlas: Atlas, root: string, cell: ConcordanceCell | undefined): string {
  if (cell === undefined || cell.status === 'not-covered') return `<td class="nc">${stance('not-covered')}</td>`;
  if (cell.status === 'absent') return `<td>${stance('absent')}</td>`;
  const item = (ref: ProvisionRef): string => `<li>${citeLink(atlas, root, ref)}</li>`;
  const rest = cell.provisions.slice(CITED_AT_ONCE);
  const more =
    rest.length === 0
      ? ''
      : `<details><summary>${rest.length} more</summary><ul class="cells">${rest.map(item).join('')}</ul></details>`;
  return `<td>${cell.force === null ? '' : stance(cell.force)}<ul class="cells">${cell.provisions.slice(0, CITED_AT_ONCE).map(item).join('')}</ul>${more}</td>`;
}

/** Jurisdictions without any rule of the code, told apart by why. */
function elsewhere(atlas: Atlas, code: string, found: ReadonlySet<string>): string {
  const where = (value: string): string[] =>
    atlas.study.positions
      .filter((p) => p.code === code && p.stance === value && !found.has(p.side))
      .map((p) => p.side)
      .sort();
  const line = (label: string, sides: readonly string[]): string =>
    sides.length === 0 ? '' : `<p><strong>${label}</strong> (${sides.length}): ${escapeHtml(sides.join(', '))}</p>`;
  return (
    line('Absent: searched, not found', where('absent')) +
    line('Not covered: no text that could hold it was read', where('not-covered'))
  );
}
