/// <reference lib="dom" />
import type { Base } from './shapes.js';

/**
 * Narrows the tensions to a kind and a party, or to the two parties of a cell of the matrix. Runs in the browser: it is
 * shipped as its own source, so it must not name anything outside itself but types.
 */
export function tensions(): void {
  const { base } = (globalThis as unknown as { lexatlas: { base: Base } }).lexatlas;
  const type = document.querySelector<HTMLSelectElement>('#type');
  const party = document.querySelector<HTMLSelectElement>('#party');
  const other = document.querySelector<HTMLSelectElement>('#other');
  const open = document.querySelector<HTMLInputElement>('#open');
  const told = document.querySelector('#told');
  if (type === null || party === null || other === null || open === null) return;
  const cards = [...document.querySelectorAll<HTMLElement>('[data-tension]')];

  const draw = (): void => {
    let shown = 0;
    for (const card of cards) {
      const parties = (card.dataset.parties ?? '').split(' ');
      const isIn =
        (type.value === '' || card.dataset.tension === type.value) &&
        [party.value, other.value].every((p) => p === '' || parties.includes(p)) &&
        (!open.checked || card.dataset.reconciled === 'no');
      card.hidden = !isIn;
      if (isIn) shown += 1;
    }
    if (told !== null) told.textContent = `${shown} of ${cards.length} shown.`;
  };
  const fromAddress = (): void => {
    const wanted = base.remembered();
    type.value = wanted.get('type') ?? '';
    party.value = wanted.get('party') ?? '';
    other.value = wanted.get('other') ?? '';
    open.checked = wanted.get('open') === 'yes';
    draw();
    if (/^#tension-/.test(location.hash)) document.querySelector(location.hash)?.scrollIntoView();
  };
  const changed = (): void => {
    base.remember({ type: type.value, party: party.value, other: other.value, open: open.checked ? 'yes' : '' });
    draw();
  };
  for (const control of [type, party, other, open]) control.addEventListener('change', changed);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.tension-matrix a'))
    link.addEventListener('click', () => document.querySelector('#cards')?.scrollIntoView());
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
