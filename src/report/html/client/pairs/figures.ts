/// <reference lib="dom" />
import type { Base, CodeRow, Figures, MeterPaths, PairFigures } from '../shapes.js';

/**
 * The figures of a pair as words and tables, each with its interval and its coverage. Runs in the browser: it is shipped as
 * its own source, so it must not name anything outside itself but types.
 */
export function figures(): void {
  const store = (globalThis as unknown as { lexatlas: Record<string, unknown> }).lexatlas;
  const { make } = store.base as Base;
  const two = (n: number | null | undefined): string =>
    n === null || n === undefined ? 'not comparable' : n.toFixed(2);

  /** The figure on its axis with interval and coverage, as the heat map draws it. */
  const meter = (own: Figures): Element => {
    const [total = null, low = null, high = null, coverage = null] = own;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'meter');
    svg.setAttribute('viewBox', '0 0 40 8');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    const paths = (store.meter as MeterPaths)(total, low, high, coverage);
    paths.forEach((d, i) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('class', i === 0 ? 'ms' : 'mp');
      path.setAttribute('d', d);
      svg.append(path);
    });
    return svg;
  };
  const bar = (n: number | null | undefined): HTMLElement => {
    const inner = make('span', 'bar-in');
    inner.style.inlineSize = `${Math.round((n ?? 0) * 100)}%`;
    const outer = make('span', 'bar', inner);
    outer.setAttribute('aria-hidden', 'true');
    return outer;
  };
  const parts = (own: Figures | undefined): HTMLElement => {
    if (own === undefined) return make('p', '', 'This pair was not compared on this scope.');
    const [total, low, high, coverage, thematic, elemental, textual] = own;
    const interval = low === null || high === null ? 'no interval' : `${two(low)}–${two(high)}`;
    const rows: [string, string, number | null | undefined][] = [
      ['Divergence, with its interval', `${two(total)} (${interval})`, total],
      ['Thematic: do both answer the same questions?', two(thematic), thematic],
      ['Elemental: modality, force, addressee, conditions, amounts', two(elemental), elemental],
      ['Textual: distance of the best aligned words', two(textual), textual],
      ['Coverage: share of the scope that both cover', `${Math.round((coverage ?? 0) * 100)} %`, coverage],
    ];
    const body = rows.map(([name, value, n], i) => {
      const head = make('th', '', name);
      head.setAttribute('scope', 'row');
      return make('tr', '', head, make('td', 'n', value), make('td', 'bar-cell', i === 0 ? meter(own) : bar(n)));
    });
    return make('table', 'parts', make('tbody', '', ...body));
  };

  const measured = ([total, low, high, coverage]: Figures): string =>
    `${two(total)}${low === null || high === null ? '' : ` (${two(low)}–${two(high)})`}, coverage ${Math.round((coverage ?? 0) * 100)} %`;
  /** All codes of the scope in one table, which is what downloads. */
  const codes = (names: readonly string[], rows: readonly CodeRow[]): HTMLElement => {
    const titles = ['Code', names[0] ?? '', names[1] ?? '', 'Divergence', 'Interval', 'Coverage', 'Left', 'Right'];
    const head = titles.map((t) => {
      const th = make('th', '', t);
      th.setAttribute('scope', 'col');
      return th;
    });
    const body = rows.map(([label, mine, theirs, own, l, r]) => {
      const [total = null, low = null, high = null, coverage = null] = own ?? [];
      const share = coverage === null ? 'not compared' : `${Math.round(coverage * 100)} %`;
      const between = low === null || high === null ? 'no interval' : `${two(low)}–${two(high)}`;
      const name = make('th', '', label);
      name.setAttribute('scope', 'row');
      return make('tr', '', name, ...[mine, theirs, two(total), between, share, l, r].map((x) => make('td', '', x)));
    });
    const table = make('table', 'data', make('thead', '', make('tr', '', ...head)), make('tbody', '', ...body));
    const box = make('div', 'scroll', table);
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', 'Code by code');
    return make('details', '', make('summary', '', `${rows.length} codes as a table`), box);
  };

  store.figures = { two, measured, parts, codes } satisfies PairFigures;
}
