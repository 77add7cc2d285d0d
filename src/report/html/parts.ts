import type { Divergence, Position, ProvisionRef } from '../../model/index.js';
import type { Atlas } from '../atlas.js';
import { figure, interval, percent, STANCES } from '../figures.js';
import { isPole, placeName } from '../places.js';
import { cut, languageTag } from '../wording.js';
import { meterPaths } from './client/pairs/meter.js';
import { escapeHtml } from './escape.js';

/** Steps of the colour scale; the stylesheet has a class for each. */
const STEPS = 10;
/** Longer quotes are cut on tables and cards; the instrument's page has the whole. */
export const LONGEST_QUOTE = 900;

/** Class of the colour step of a figure in [0,1]; `hx` (hatched) where nothing could be compared. */
export function heatClass(value: number | null): string {
  return value === null ? 'hx' : `h${Math.min(STEPS - 1, Math.max(0, Math.floor(value * STEPS)))}`;
}

/** Returns a small drawing: the interval as a bar, the figure as a mark on a 0–1 axis, the coverage as a line beneath. Two paths, so that a thousand of them stay light. */
export function meter(d: Pick<Divergence, 'total' | 'low' | 'high' | 'coverage'>): string {
  const [soft, mark] = meterPaths(d.total, d.low, d.high, d.coverage);
  return `<svg class="meter" viewBox="0 0 40 8" aria-hidden="true"><path class="ms" d="${soft}"/><path class="mp" d="${mark}"/></svg>`;
}

/** The same in words, for readers who hear the page. */
export function spoken(d: Pick<Divergence, 'total' | 'low' | 'high' | 'coverage'>): string {
  return d.total === null
    ? `not comparable, coverage ${percent(d.coverage)}`
    : `${figure(d.total)}, interval ${interval(d)}, coverage ${percent(d.coverage)}`;
}

/** A sign for each stance: told apart by shape, not by colour alone. */
export const SIGNS: Readonly<Record<Position['stance'], string>> = {
  hard: '●',
  soft: '◐',
  absent: '–',
  'not-covered': '?',
  'not-in-force': '○',
};

/** A stance as sign and word: told apart by shape and text, not by colour alone. */
export function stance(value: Position['stance']): string {
  return `<span class="stance s-${value}"><span aria-hidden="true">${SIGNS[value]}</span> ${STANCES[value]}</span>`;
}

/** A side in the head of a table: its code or a pole's own name as the link, its name beside it where there is room. */
export function sideHead(atlas: Atlas, root: string, side: string): string {
  const short = isPole(side) ? side.slice('archetype/'.length).replaceAll('-', ' ') : side;
  const name = isPole(side) ? 'archetype' : placeName(side);
  const beside = name === short ? '' : ` <span class="name">${escapeHtml(name)}</span>`;
  return `<a href="${root}${atlas.sidePage(side)}"${beside === '' ? '' : ` title="${escapeHtml(name)}"`}>${escapeHtml(short)}</a>${beside}`;
}

/** A link to the words: `GDPR 46(2)(c)`. */
export function citeLink(atlas: Atlas, root: string, ref: ProvisionRef): string {
  const address = atlas.href(ref);
  const cited = escapeHtml(atlas.cite(ref));
  return address === null ? cited : `<a href="${root}${address}">${cited}</a>`;
}

/** A provision's words in its own language and direction, with its citation as the link to where it stands. */
export function quote(atlas: Atlas, root: string, ref: ProvisionRef): string {
  const language = atlas.place(ref)?.instrument.metadata.language ?? 'und';
  const heading = atlas.heading(ref);
  return `<figure class="quote"><figcaption>${citeLink(atlas, root, ref)}${heading === '' ? '' : ` <span class="note">${escapeHtml(heading)}</span>`}</figcaption><blockquote lang="${languageTag(language)}" dir="auto">${escapeHtml(cut(atlas.words(ref), LONGEST_QUOTE))}</blockquote></figure>`;
}

/** A table that scrolls by itself and can be reached by keyboard. */
export function scrolling(label: string, table: string): string {
  return `<div class="scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0">${table}</div>`;
}

/** Script files: data as a global, loaded by a script tag so that it works from file:// too. No `<` stands in it. */
export function dataFile(name: string, data: unknown): string {
  return `globalThis.lexatlas=globalThis.lexatlas||{};globalThis.lexatlas[${JSON.stringify(name)}]=${JSON.stringify(data).replaceAll('<', '\\u003c')};\n`;
}

/** One of several files that add to a list. Its data are a string to be parsed, which a browser takes in many times faster than a literal. */
export function partFile(name: string, data: unknown): string {
  const literal = JSON.stringify(JSON.stringify(data)).replaceAll('<', '\\u003c');
  const list = `globalThis.lexatlas[${JSON.stringify(name)}]`;
  return `globalThis.lexatlas=globalThis.lexatlas||{};(${list}=${list}||[]).push(JSON.parse(${literal}));\n`;
}
