import type { Divergence, Position, ProvisionRef } from '../../model/index.js';
import { basicUnitOf } from '../../text/provisions.js';
import { type Atlas, scopeLabel } from '../atlas.js';
import type { ReportOptions } from '../options.js';
import { placeLabel } from '../places.js';
import { amountsInWords, cut, languageTag } from '../wording.js';
import type { ComparedPosition, DivergenceData, LinkData, SideData } from './client/shapes.js';
import { instrumentsIn, type Sheet, toldOf } from './kept.js';
import { scopesOf } from './pages/pairs/divergence.js';
import { dataFile, LONGEST_QUOTE } from './parts.js';
import { bySide, type Told, toldFigures } from './told.js';

/** Provisions of a position whose words a pair's page shows; the rest are cited on the side's page. */
const WORDED = 3;

/** Returns the data files of the pages that are drawn by scripts. */
export function dataFiles(atlas: Atlas, told: Told): readonly Sheet[] {
  const positions = bySide(atlas.study.positions);
  return [
    {
      path: 'data/divergence.js',
      make: () => dataFile('divergence', divergenceData(atlas)),
      from: () => [told.divergences, atlas.sides.map((side) => [side, atlas.sidePage(side)])],
    },
    {
      path: 'data/links.js',
      make: () => dataFile('links', linkData(atlas)),
      from: () => [told.links],
    },
    ...atlas.sides.map((side): Sheet => {
      const own = positions.get(side) ?? [];
      return {
        path: sideFile(atlas, side),
        make: () => dataFile(`side:${side}`, sideData(atlas, own)),
        from: (keyOf) => [
          side,
          told.positionsOf(side),
          toldOf(
            atlas,
            own.flatMap((p) => instrumentsIn(p.provisions)),
            keyOf,
          ),
        ],
      };
    }),
  ];
}

/** Returns a data file for each earlier day: the figures of all codes, families and principles. */
export function pastFiles(past: NonNullable<ReportOptions['past']>): readonly Sheet[] {
  return past.map(({ asOf, divergences }) => ({
    path: pastFile(asOf),
    make: () => dataFile(pastFile(asOf), figuresByPair(divergences)),
    from: () => [toldFigures(divergences)],
  }));
}

const pastFile = (asOf: string): string => `data/divergence-${asOf}.js`;

function figuresByPair(divergences: readonly Divergence[]): DivergenceData['pairs'] {
  const pairs = new Map<string, Record<string, readonly (number | null)[]>>();
  for (const d of divergences) {
    const key = `${d.left}|${d.right}`;
    const figures = pairs.get(key) ?? {};
    figures[d.scope] = numbers(d);
    pairs.set(key, figures);
  }
  return Object.fromEntries(pairs);
}

function sideFile(atlas: Atlas, side: string): string {
  return atlas.sidePage(side).replace('jurisdictions/', 'data/sides/').replace(/html$/, 'js');
}

function divergenceData(atlas: Atlas): DivergenceData {
  const scopes = scopesOf(atlas);
  return {
    sides: atlas.sides.map((id) => [id, atlas.sidePage(id), sideFile(atlas, id), placeLabel(id)]),
    scopes: scopes.map((id) => [id, scopeLabel(atlas, id)]),
    codes: atlas.study.codebook.codes.map((c) => [c.id, scopeLabel(atlas, c.id), c.family, c.principle ?? '']),
    pairs: figuresByPair(atlas.study.divergences),
  };
}

function numbers(d: Divergence): readonly (number | null)[] {
  return [d.total, d.low, d.high, d.coverage, d.thematic, d.elemental, d.textual].map((n) =>
    n === null ? null : Number(n.toFixed(3)),
  );
}

function linkData(atlas: Atlas): LinkData {
  const links: LinkData = {};
  for (const a of atlas.study.alignments) {
    if (a.right === null || a.relation === 'none') continue;
    links[`${key(a.left)}|${key(a.right)}`] = [a.relation, Number(a.score.toFixed(2))];
  }
  return links;
}

const key = (ref: ProvisionRef): string => `${ref.instrument}#${ref.eId}`;

function sideData(atlas: Atlas, positions: readonly Position[]): SideData {
  return Object.fromEntries(positions.map((p) => [p.code, comparedPosition(atlas, p)]));
}

function comparedPosition(atlas: Atlas, p: Position): ComparedPosition {
  const words = p.provisions.slice(0, WORDED).flatMap((ref) => {
    const place = atlas.place(ref);
    if (place === null) return [];
    const unit = basicUnitOf(place.instrument, place.provision) ?? place.provision;
    const unitKey = key({ instrument: ref.instrument, eId: unit.eId });
    return [
      {
        cite: atlas.cite(ref),
        href: atlas.href(ref) ?? '',
        language: languageTag(place.instrument.metadata.language),
        heading: atlas.heading(ref),
        words: cut(atlas.words(ref), LONGEST_QUOTE),
        from: place.instrument.metadata.inForce ?? place.instrument.metadata.made,
        until: place.instrument.metadata.repealed,
        unit: unitKey,
      },
    ];
  });
  return {
    stance: p.stance,
    confidence: Number(p.confidence.toFixed(2)),
    modalities: p.modalities,
    forces: p.forces,
    addressees: p.addressees,
    amounts: amountsInWords(p.quantities),
    words,
    more: Math.max(0, p.provisions.length - WORDED),
  };
}
