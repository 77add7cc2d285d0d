/// <reference lib="dom" />
import type { Base, DivergenceData } from '../shapes.js';

/**
 * Redraws the heat map for the chosen scope and keeps the choice in the address. Rows are drawn when they come into sight: a
 * hundred sides make ten thousand cells, and a reader waits for those that he sees. Runs in the browser: it is shipped as its
 * own source (`Function.toString`), so it must not name anything outside itself but types.
 */
export function heatmap(): void {
  const store = (globalThis as unknown as { lexatlas: { base: Base; divergence: DivergenceData } }).lexatlas;
  const { base, divergence: data } = store;
  const select = document.querySelector<HTMLSelectElement>('#scope');
  const told = document.querySelector('#told');
  const day = document.querySelector<HTMLSelectElement>('#day');
  const past = document.querySelector<HTMLElement>('#past');
  const sample = document.querySelector('.sample .meter');
  let pairs = data.pairs;
  if (select === null) return;
  const two = (n: number | null | undefined): string => (n === null || n === undefined ? 'n/c' : n.toFixed(2));
  const attribute = (node: Element | null, name: string, value: number): void =>
    node?.setAttribute(name, value.toFixed(1));
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.heat tbody tr')];
  /** Rows whose cells show another scope or day than the chosen one. */
  const stale = new Set<HTMLTableRowElement>();
  const inSight = new Set<Element>();

  /** A large map is written without its small drawings; they are put in where they are seen. */
  const meterOf = (link: Element | null): Element | null => {
    const there = link?.querySelector('.meter') ?? null;
    if (there !== null || link === null || sample === null) return there;
    const made = sample.cloneNode(true) as Element;
    link.append(made);
    return made;
  };
  const drawRow = (row: HTMLTableRowElement): void => {
    stale.delete(row);
    const scope = select.value;
    for (const cell of row.querySelectorAll<HTMLElement>('td[data-pair]')) {
      const pair = cell.dataset.pair ?? '';
      const [total = null, low = null, high = null, coverage = 0] = pairs[pair]?.[scope] ?? [];
      cell.className = total === null ? 'hx' : `h${Math.min(9, Math.floor(total * 10))}`;
      const link = cell.querySelector('a');
      const shown = cell.querySelector('.v');
      if (shown !== null) shown.textContent = two(total);
      const [left = '', right = ''] = pair.split('|');
      const share = Math.round((coverage ?? 0) * 100);
      const said = total === null ? 'not comparable' : `${two(total)}, interval ${two(low)}–${two(high)}`;
      link?.setAttribute('aria-label', `${left} and ${right}: ${said}, coverage ${share} %`);
      link?.setAttribute(
        'href',
        `compare.html#left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}&scope=${encodeURIComponent(scope)}${day?.value ? `&day=${day.value}` : ''}`,
      );
      const meter = meterOf(link);
      attribute(meter?.querySelector('.mi') ?? null, 'x', (low ?? 0) * 40);
      attribute(
        meter?.querySelector('.mi') ?? null,
        'width',
        low === null || high === null ? 0 : Math.max(0.02, high - low) * 40,
      );
      attribute(meter?.querySelector('.mp') ?? null, 'x', Math.min(0.97, total ?? 0) * 40);
      attribute(meter?.querySelector('.mp') ?? null, 'width', total === null ? 0 : 1.5);
      attribute(meter?.querySelector('.mc') ?? null, 'width', (coverage ?? 0) * 40);
    }
  };
  const draw = (): void => {
    for (const row of rows) stale.add(row);
    for (const row of rows) if (inSight.has(row)) drawRow(row);
    const figures = Object.values(pairs);
    const comparable = figures.filter((own) => (own[select.value]?.[0] ?? null) !== null).length;
    if (told !== null)
      told.textContent = `${select.selectedOptions[0]?.textContent ?? select.value}: ${comparable} pairs can be compared${day?.value ? ` by the law of ${day.value}` : ''}.`;
  };
  const watch = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
        if (isIntersecting && stale.has(target as HTMLTableRowElement)) drawRow(target as HTMLTableRowElement);
      }
    },
    { rootMargin: '200px' },
  );
  for (const row of rows) watch.observe(row);
  /** What is downloaded or printed is the whole map. */
  const drawAll = (): void => {
    for (const row of [...stale]) drawRow(row);
  };
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('.tools') !== null) drawAll();
    },
    true,
  );
  globalThis.addEventListener('beforeprint', drawAll);
  /** The figures of the chosen day come from a file of their own, asked for when first chosen. */
  const turn = (): void => {
    const wanted = day?.value ?? '';
    if (past !== null) past.hidden = wanted === '';
    if (wanted === '') {
      pairs = data.pairs;
      draw();
      return;
    }
    const file = `data/divergence-${wanted}.js`;
    base.load<DivergenceData['pairs']>(file, file, (found) => {
      if (day?.value !== wanted) return;
      pairs = found ?? {};
      draw();
    });
  };
  const fromAddress = (): void => {
    const wanted = base.remembered();
    const scope = wanted.get('scope');
    if (scope !== null && data.scopes.some(([id]) => id === scope)) select.value = scope;
    if (day !== null) day.value = wanted.get('day') ?? '';
    turn();
  };
  for (const control of [select, day])
    control?.addEventListener('change', () => {
      base.remember({ scope: select.value, day: day?.value ?? '' });
      turn();
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
