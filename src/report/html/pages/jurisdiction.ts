import type { Divergence, InstrumentMetadata, Position } from '../../../model/index.js';
import { type Atlas, scopeLabel } from '../../atlas.js';
import { counted, figure, interval, percent } from '../../figures.js';
import { placeName } from '../../places.js';
import { amountsInWords } from '../../wording.js';
import { escapeHtml } from '../escape.js';
import { instrumentsIn, toldOf } from '../kept.js';
import { citeLink, meter, quote, scrolling, stance } from '../parts.js';
import type { Page } from '../shell.js';
import { bySide, type Told } from '../told.js';
import { codePath } from './concordance.js';

/** Provisions quoted for each code; further ones are cited. */
const QUOTED = 3;

/** Returns a page for each side: where it stands on each code in its own words, and how near the others are. */
export function jurisdictionPages(atlas: Atlas, told: Told): readonly Page[] {
  const positions = bySide(atlas.study.positions);
  const overall = atlas.study.divergences.filter((d) => d.scope === 'all');
  return atlas.sides.map((side) => {
    const own = positions.get(side) ?? [];
    const mine = lawsOf(atlas, side);
    const silent = atlas.uncoded.filter((m) => m.jurisdictions.includes(side)).length;
    return {
      path: atlas.sidePage(side),
      title: placeName(side),
      section: 'concordance',
      body: (root) => {
        const others = overall.filter((d) => d.left === side || d.right === side);
        return `${laws(atlas, root, side, mine, silent)}<div class="beside">${neighbours(root, side, others)}<div>${stances(atlas, root, own)}</div></div>`;
      },
      from: (keyOf) => {
        const cited = toldOf(
          atlas,
          own.flatMap((p) => instrumentsIn(p.provisions)).concat(mine.map((m) => m.id)),
          keyOf,
        );
        return [side, told.positionsOf(side), told.neighboursOf(side), mine.map((m) => m.id), silent, cited];
      },
    };
  });
}

function lawsOf(atlas: Atlas, side: string): readonly InstrumentMetadata[] {
  const all = atlas.study.coded.map((c) => c.instrument.metadata);
  return all.filter((m) => m.id === side || m.jurisdictions.includes(side));
}

function laws(atlas: Atlas, root: string, side: string, mine: readonly InstrumentMetadata[], rest: number): string {
  const items = mine
    .map((m) => {
      const name = atlas.nameOf(m.id);
      const title = m.title === name ? '' : ` <span class="note">${escapeHtml(m.title)}</span>`;
      return `<li><a href="${root}${atlas.instrumentPage(m.id)}">${escapeHtml(name)}</a>${title}</li>`;
    })
    .join('');
  const silent =
    rest === 0
      ? ''
      : `<p class="note">${counted(rest, 'further instrument')} of ${escapeHtml(placeName(side))} ${rest === 1 ? 'was' : 'were'} read in which no rule was found: <a href="${root}laws.html#place=${encodeURIComponent(side)}&amp;coded=no">which</a>.</p>`;
  return `<details${mine.length <= 8 ? ' open' : ''}><summary>${counted(mine.length, 'instrument')} with coded provisions</summary><ul>${items}</ul></details>${silent}`;
}

function stances(atlas: Atlas, root: string, positions: readonly Position[]): string {
  const found = positions.filter((p) => p.stance === 'hard' || p.stance === 'soft');
  const list = (value: Position['stance'], label: string): string => {
    const codes = positions
      .filter((p) => p.stance === value)
      .map((p) => `<a id="${p.code}" href="${root}${codePath(p.code)}">${escapeHtml(scopeLabel(atlas, p.code))}</a>`);
    return codes.length === 0
      ? ''
      : `<p>${stance(value)} <span class="note">(${label})</span>: ${codes.join(', ')}</p>`;
  };
  return `<h2>Positions</h2>${list('absent', 'searched, not found')}${list('not-covered', 'no text that could hold it was read')}${found.map((p) => position(atlas, root, p)).join('')}`;
}

function position(atlas: Atlas, root: string, p: Position): string {
  const rest = p.provisions.slice(QUOTED);
  const more =
    rest.length === 0
      ? ''
      : `<details><summary>${rest.length} more provisions</summary><p>${rest.map((ref) => citeLink(atlas, root, ref)).join(', ')}</p></details>`;
  const amounts = p.quantities.length === 0 ? '' : ` · ${escapeHtml(amountsInWords(p.quantities).join(', '))}`;
  return `<section id="${p.code}"><h3><a href="${root}${codePath(p.code)}">${escapeHtml(scopeLabel(atlas, p.code))}</a> ${stance(p.stance)}</h3><p class="note">${escapeHtml([...p.modalities, ...p.addressees].join(', '))}${amounts} · confidence ${p.confidence.toFixed(2)}</p>${p.provisions
    .slice(0, QUOTED)
    .map((ref) => quote(atlas, root, ref))
    .join('')}${more}</section>`;
}

function neighbours(root: string, side: string, others: readonly Divergence[]): string {
  const rows = [...others]
    .sort((a, b) => (a.total ?? 2) - (b.total ?? 2))
    .map((d) => {
      const other = d.left === side ? d.right : d.left;
      return `<tr><th scope="row"><a href="${root}compare.html#left=${encodeURIComponent(d.left)}&amp;right=${encodeURIComponent(d.right)}&amp;scope=all">${escapeHtml(placeName(other))}</a></th><td class="n">${figure(d.total)}</td><td>${meter(d)}</td><td class="d">${interval(d)}</td><td class="n">${percent(d.coverage)}</td></tr>`;
    });
  if (rows.length === 0) return '';
  return `<aside><h2 id="nearest">Nearest first</h2>${scrolling('Divergence from other sides', `<table><thead><tr><th scope="col">Side</th><th scope="col" class="n">Divergence</th><th scope="col">0 to 1</th><th scope="col">Interval</th><th scope="col" class="n">Coverage</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)}</aside>`;
}
