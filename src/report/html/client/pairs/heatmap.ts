/// <reference lib="dom" />
import type { Base, DivergenceData } from '../shapes.js';

/**
 * Redraws the heat map for the chosen scope and keeps the choice in the address. Runs in the browser: it is shipped as its
 * own source (`Function.toString`), so it must not name anything outside itself but types.
 */
export function heatmap(): void {
  const store = (globalThis as unknown as { lexatlas: { base: Base; divergence: DivergenceData } }).lexatlas;
  const { base, divergence: data } = store;
  const select = document.querySelector<HTMLSelectElement>('#scope');
  const told = document.querySelector('#told');
  const day = document.querySelector<HTMLSelectElement>('#day');
  const past = document.querySelector<HTMLElement>('#past');
  let pairs = data.pairs;
  if (select === null) return;
  const two = (n: number | null | undefined): string => (n === null || n === undefined ? 'n/c' : n.toFixed(2));
  const attribute = (node: Element | null, name: string, value: number): void =>
    node?.setAttribute(name, value.toFixed(1));

  const draw = (): void => {
    const scope = select.value;
    let comparable = 0;
    for (const cell of document.querySelectorAll<HTMLElement>('td[data-pair]')) {
      const pair = cell.dataset.pair ?? '';
      const [total = null, low = null, high = null, coverage = 0] = pairs[pair]?.[scope] ?? [];
      cell.className = total === null ? 'hx' : `h${Math.min(9, Math.floor(total * 10))}`;
      if (total !== null) comparable += 1;
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
      const meter = cell.querySelector('.meter');
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
    if (told !== null)
      told.textContent = `${select.selectedOptions[0]?.textContent ?? scope}: ${comparable} cells can be compared${day?.value ? ` by the law of ${day.value}` : ''}.`;
  };
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
