import type { Divergence, ProvisionRef } from '../../model/index.js';
import { type Atlas, scopeLabel } from '../atlas.js';
import { heatmapScene, shortName } from '../charts/heatmap.js';
import { intervalScene } from '../charts/intervals.js';
import { type RegimePlan, regimeScene } from '../charts/regimes.js';
import { editionOf } from '../edition.js';
import { counted, figure, grouped, interval, percent, STANCES } from '../figures.js';
import { placeLabel } from '../places.js';
import { cut } from '../wording.js';
import { type Block, bold, line, type Paper, plain } from './document.js';

/** Longer quotes are cut in the appendix; the study holds them whole. */
const LONGEST_QUOTE = 1200;
/** Words that stand beside a rule in the concordance. */
const LONGEST_NOTE = 180;
/** Kruskal's own word for a stress over 0.2 is 'poor'. @see https://doi.org/10.1007/BF02289565 */
const MISLEADING = 0.2;
/** Columns of sides that fit a page. */
const SIDES_ACROSS = 8;

/** Returns the divergence report: summary, method box, figures, tables, annotated concordance, tensions, appendix of quotes. */
export function compose(atlas: Atlas, plan: RegimePlan | null): Paper {
  const { codebook, corpus } = editionOf(atlas.study);
  return {
    title: 'Divergence report',
    subtitle: `Codebook ${codebook}, corpus ${corpus}`,
    blocks: [
      ...summary(atlas),
      ...divergence(atlas),
      ...regimes(atlas, plan),
      ...positions(atlas),
      ...concordance(atlas),
      ...tensions(atlas),
      ...appendix(atlas),
    ],
  };
}

const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [plain(text)] });

function summary(atlas: Atlas): Block[] {
  const { summary: s, coded, codebook, diagnostics } = atlas.study;
  const failed = diagnostics.filter((d) => d.severity === 'error').length;
  const told = failed === 0 ? '' : ` ${counted(failed, 'problem')} met on the way could have hidden rules.`;
  const ranked = atlas.study.divergences
    .filter((d) => d.scope === mainScope(atlas) && d.total !== null)
    .sort((a, b) => (a.total ?? 2) - (b.total ?? 2));
  const [near, far] = [ranked[0], ranked.at(-1)];
  const extremes =
    near === undefined || far === undefined || near === far
      ? []
      : [
          paragraph(
            `Nearest: ${nameOf(near.left)} and ${nameOf(near.right)} (${figure(near.total)}, interval ${interval(near)}). Farthest: ${nameOf(far.left)} and ${nameOf(far.right)} (${figure(far.total)}, interval ${interval(far)}).`,
          ),
        ];
  return [
    heading('Summary'),
    paragraph(
      `Read: ${counted(s.instruments, 'instrument')} of ${counted(s.jurisdictions, 'jurisdiction')}, ${counted(s.articles, 'article or section', 'articles and sections')}. Coded: ${counted(s.annotations, 'pair')} of provision and code. Here: ${counted(coded.length, 'coded instrument')}, ${counted(codebook.codes.length, 'code')}.${told}`,
    ),
    ...extremes,
    {
      kind: 'box',
      title: 'How to read the figures.',
      text: 'Divergence runs from 0 (same answers) to 1 (nothing in common); the interval is a 95 % bootstrap over provisions, and coverage the weight share of the scope that both sides cover. Absent means searched and not found; not covered means that no text that could hold the rule was read. The gold coding that the method was measured against was done with machine assistance; legal scholars have not re-coded it.',
    },
  ];
}

/** What figures are drawn over: all codes, or the widest scope that a narrowed report holds. */
function mainScope({ study, codes }: Atlas): string | null {
  const scopes = [...new Set(study.divergences.map((d) => d.scope))];
  return ['all', ...scopes.filter((s) => !codes.has(s)), ...scopes].find((s) => scopes.includes(s)) ?? null;
}

const nameOf = (side: string): string => (side.includes('/') ? side : placeLabel(side));

function divergence(atlas: Atlas): Block[] {
  const { divergences } = atlas.study;
  const scopes = [...new Set(divergences.map((d) => d.scope))].filter((s) => !atlas.codes.has(s));
  const main = mainScope(atlas);
  const all = divergences.filter((d) => d.scope === main);
  const over = `on ${main === null ? 'nothing' : scopeLabel(atlas, main)}`;
  const order = (d: Divergence): number => d.total ?? 2;
  const heat = heatmapScene(all);
  const forest = intervalScene(all);
  const figures: Block[] = [
    ...(heat === null
      ? []
      : [
          {
            kind: 'figure',
            name: 'divergence-heatmap',
            caption: `Divergence by pair ${over}. Dark is far; a struck cell could not be compared.`,
            scene: heat,
          } as const,
        ]),
    ...(forest === null
      ? []
      : [
          {
            kind: 'figure',
            name: 'divergence-intervals',
            caption: `Divergence of pairs ${over} with 95 % intervals. Where intervals overlap, the order is not known.`,
            scene: forest,
          } as const,
        ]),
  ];
  const tables = scopes.map(
    (scope): Block => ({
      kind: 'table',
      caption: `Divergence on ${scopeLabel(atlas, scope)}, nearest pairs first`,
      columns: ['left', 'right', 'divergence', 'interval', 'thematic', 'elemental', 'textual', 'coverage'],
      rows: divergences
        .filter((d) => d.scope === scope)
        .sort((a, b) => order(a) - order(b))
        .map((d) => [
          shortName(d.left),
          shortName(d.right),
          figure(d.total),
          interval(d),
          figure(d.thematic),
          figure(d.elemental),
          figure(d.textual),
          percent(d.coverage),
        ]),
    }),
  );
  const said = tables.length === 0 ? [paragraph('No pair could be compared.')] : tables;
  return [heading('Divergence, nearest pairs first'), ...figures, ...said];
}

function regimes(atlas: Atlas, plan: RegimePlan | null): Block[] {
  if (plan === null || mainScope(atlas) !== plan.scope) return [];
  const here = { ...plan, points: plan.points.filter((p) => atlas.sides.includes(p.side)) };
  const scene = regimeScene(here, () => '');
  if (scene === null) return [];
  const caption = `Map of regimes by multidimensional scaling over all codes; archetypes are diamonds. Stress ${plan.stress.toFixed(2)}${plan.stress > MISLEADING ? ', so distances on paper mislead' : ''}; the two axes hold ${percent(plan.explained)} of the spread.`;
  return [heading('Regimes'), { kind: 'figure', name: 'regime-map', caption, scene }];
}

function positions({ study, sides }: Atlas): Block[] {
  const stance = new Map(study.positions.map((p) => [`${p.side}\n${p.code}`, STANCES[p.stance]]));
  const present = sides.filter((side) => study.positions.some((p) => p.side === side));
  if (present.length === 0) return [heading('Positions'), paragraph('No side holds a position.')];
  const blocks: Block[] = [heading('Positions')];
  for (let at = 0; at < present.length; at += SIDES_ACROSS) {
    const across = present.slice(at, at + SIDES_ACROSS);
    blocks.push({
      kind: 'table',
      caption: `What each side says on each code${present.length > SIDES_ACROSS ? `, sides ${at + 1}–${at + across.length}` : ''}`,
      columns: ['code', ...across.map(shortName)],
      rows: study.codebook.codes.map((c) => [c.id, ...across.map((s) => stance.get(`${s}\n${c.id}`) ?? 'not covered')]),
    });
  }
  return blocks;
}

function concordance(atlas: Atlas): Block[] {
  const parts = atlas.study.concordances
    .filter((c) => c.rows.length > 0)
    .map(
      (c): Block => ({
        kind: 'table',
        caption: scopeLabel(atlas, c.code),
        columns: ['rule', 'in the words of', 'found', 'absent', 'not covered'],
        rows: c.rows.map((row) => {
          const of = (status: string): string =>
            row.cells
              .filter((x) => x.status === status)
              .map((x) => shortName(x.jurisdiction))
              .join(', ') || '–';
          const found = row.cells
            .filter((x) => x.status === 'found')
            .map(
              (x) =>
                `${shortName(x.jurisdiction)} (${x.force ?? 'force unknown'}): ${x.provisions.map(atlas.cite).join(', ')}`,
            );
          return [
            row.label,
            `${atlas.cite(row.medoid)}: ${cut(line(atlas.words(row.medoid)), LONGEST_NOTE)}`,
            found.join('; '),
            of('absent'),
            of('not-covered'),
          ];
        }),
      }),
    );
  return [heading('Concordance'), ...(parts.length === 0 ? [paragraph('No rule was found.')] : parts)];
}

function tensions(atlas: Atlas): Block[] {
  const items = [...atlas.study.tensions]
    .sort((a, b) => b.severity - a.severity)
    .map((t) => [
      bold(`${atlas.cite(t.left)} × ${atlas.cite(t.right)}`),
      plain(
        ` (${t.type.replaceAll('-', ' ')}, severity ${t.severity.toFixed(2)}, ${t.parties.join(', ')}): ${t.reason} Reconciled by: ${t.reconciledBy === null ? 'nothing found' : atlas.cite(t.reconciledBy)}.`,
      ),
    ]);
  return [
    heading('Tensions'),
    items.length === 0 ? paragraph('None found in what was read.') : { kind: 'list', items },
  ];
}

function appendix(atlas: Atlas): Block[] {
  const quotes = atlas.study.coded.flatMap(({ instrument, annotations }) => {
    const refs = new Map<string, ProvisionRef>(annotations.map((a) => [a.provision.eId, a.provision]));
    return [...refs.values()].map((ref): Block => {
      const codes = annotations.filter((a) => a.provision.eId === ref.eId).map((a) => a.code);
      const { jurisdictions, language } = instrument.metadata;
      return {
        kind: 'quote',
        cite: atlas.cite(ref),
        about: `${jurisdictions.join(', ')}; ${[...new Set(codes)].join(', ')}`,
        text: cut(line(atlas.words(ref)), LONGEST_QUOTE),
        language,
      };
    });
  });
  return [heading(`Appendix: ${grouped(quotes.length)} provisions quoted`), ...quotes];
}
