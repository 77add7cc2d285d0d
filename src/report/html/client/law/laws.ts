/// <reference lib="dom" />
import type { Base } from '../shapes.js';

/**
 * Narrows the list of laws by words, kind, jurisdiction, and whether a rule was found. Runs in the browser: it is shipped as its own source,
 * so it must not name anything outside itself but types.
 */
export function laws(): void {
  const { base } = (globalThis as unknown as { lexatlas: { base: Base } }).lexatlas;
  const words = document.querySelector<HTMLInputElement>('#words');
  const [kind, place, coded] = ['#kind', '#place', '#coded'].map((id) => document.querySelector<HTMLSelectElement>(id));
  const told = document.querySelector('#told');
  if (words === null || kind == null || place == null || coded == null) return;
  const controls = { words, kind, place, coded };
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('#laws tbody tr')];

  const draw = (): void => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const { named = '', kind: own, places = '' } = row.dataset;
      const hasRule = row.lastElementChild?.textContent !== '0';
      const isIn =
        wanted.every((w) => named.includes(w)) &&
        (kind.value === '' || own === kind.value) &&
        (place.value === '' || places.split(' ').includes(place.value)) &&
        (coded.value === '' || hasRule === (coded.value === 'yes'));
      row.hidden = !isIn;
      if (isIn) shown += 1;
    }
    if (told !== null) told.textContent = `${shown} of ${rows.length} instruments.`;
  };
  const fromAddress = (): void => {
    const wanted = base.remembered();
    for (const [name, control] of Object.entries(controls)) control.value = wanted.get(name) ?? '';
    draw();
  };
  for (const control of Object.values(controls))
    control.addEventListener('input', () => {
      base.remember(Object.fromEntries(Object.entries(controls).map(([name, c]) => [name, c.value.trim()])));
      draw();
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
