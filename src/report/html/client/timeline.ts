/// <reference lib="dom" />
import type { Base } from './shapes.js';

/**
 * Narrows the timeline and its table to the chosen code. Runs in the browser: it is shipped as its own source, so it must
 * not name anything outside itself but types.
 */
export function timeline(): void {
  const { base } = (globalThis as unknown as { lexatlas: { base: Base } }).lexatlas;
  const code = document.querySelector<HTMLSelectElement>('#code');
  const force = document.querySelector<HTMLSelectElement>('#force');
  const told = document.querySelector('#told');
  if (code === null || force === null) return;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('#made [data-instrument]')];
  const marks = new Map(
    [...document.querySelectorAll<SVGElement>('svg.picture [data-instrument]')].map((m) => [m.dataset.instrument, m]),
  );

  const draw = (): void => {
    let shown = 0;
    for (const row of rows) {
      const own = ((force.value === 'hard' ? row.dataset.hard : row.dataset.codes) ?? '').split(' ');
      const isIn =
        own.some((c) => code.value === '' || c === code.value || c.startsWith(`${code.value}.`)) && own[0] !== '';
      row.hidden = !isIn;
      marks.get(row.dataset.instrument)?.classList.toggle('off', !isIn);
      if (isIn) shown += 1;
    }
    if (told !== null) told.textContent = `${shown} of ${rows.length} instruments.`;
  };
  const fromAddress = (): void => {
    const wanted = base.remembered();
    code.value = wanted.get('code') ?? '';
    force.value = wanted.get('force') ?? '';
    draw();
  };
  for (const select of [code, force])
    select.addEventListener('change', () => {
      base.remember({ code: code.value, force: force.value });
      draw();
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
