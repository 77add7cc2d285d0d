import type { CodedInstrument, Divergence, ProvisionRef, Study } from '../../model/index.js';
import { type Atlas, scopeLabel } from '../atlas.js';
import { heatmapScene, shortName } from '../charts/heatmap.js';
import { intervalScene } from '../charts/intervals.js';
import { type RegimePlan, regimeScene } from '../charts/regimes.js';
import { editionOf } from '../edition.js';
import { counted, figure, interval, percent } from '../figures.js';
import type { Narrowing } from '../narrow.js';
import { isPole, placeLabel, placeName } from '../places.js';
import { cut, languageTag } from '../wording.js';
import { type Block, bold, heading, line, type Paper, paragraph, plain } from './document.js';
import { concordance, positions } from './rules.js';

/** Longer quotes are cut in the appendix; the study holds them whole. */
const LONGEST_QUOTE = 1200;
/** Jurisdictions that a title can name. */
const MOST_NAMED = 6;
/** Kruskal's own word for a stress over 0.2 is 'poor'. @see https://doi.org/10.1007/BF02289565 */
const MISLEADING = 0.2;

/** Returns the divergence report: summary, method box, figures, tables, annotated concordance, tensions, appendix of quotes. */
export function compose(atlas: Atlas, plan: RegimePlan | null, asked: Narrowing = {}): Paper {
  const { codebook, corpus, instruments } = editionOf(atlas.study);
  return {
    title: titleOf(asked),
    subtitle: `lexatlas, codebook ${codebook}, corpus ${corpus} (${counted(instruments, 'instrument')})`,
    blocks: [
      ...summary(atlas),
      ...divergence(atlas),
      ...regimes(atlas, plan),
      ...positions(atlas),
      ...concordance(atlas),
      ...tensions(atlas),
      ...sources(atlas),
      ...appendix(atlas),
    ],
  };
}

/** `Divergence on transfer: China, India`, or what of it was asked for. */
function titleOf({ codes = [], jurisdictions = [] }: Narrowing): string {
  if (codes.length + jurisdictions.length === 0) return 'Divergence report';
  const topics = codes.length === 0 ? '' : ` on ${codes.map((c) => c.replaceAll('.', ' · ')).join(', ')}`;
  const names = jurisdictions.map(placeName).sort();
  const told = names.length > MOST_NAMED ? counted(names.length, 'jurisdiction') : names.join(', ');
  const places = names.length === 0 ? '' : `: ${told}`;
  return `Divergence${topics}${places}`;
}

/** Pairs that a reader compares: how far two model laws lie apart is told only where there is nothing else. */
function pairsOf(atlas: Atlas): readonly Divergence[] {
  const own = atlas.study.divergences.filter((d) => !isPole(d.left) || !isPole(d.right));
  return own.length > 0 ? own : atlas.study.divergences;
}

function summary(atlas: Atlas): Block[] {
  const { summary: s, coded, codebook, diagnostics } = atlas.study;
  const failed = diagnostics.filter((d) => d.severity === 'error').length;
  const told = failed === 0 ? '' : ` ${counted(failed, 'problem')} met on the way could have hidden rules.`;
  const main = pairsOf(atlas).filter((d) => d.scope === mainScope(atlas) && d.total !== null);
  const laws = main.filter((d) => !isPole(d.left) && !isPole(d.right));
  const ranked = [...(laws.length > 0 ? laws : main)].sort((a, b) => (a.total ?? 2) - (b.total ?? 2));
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
      `Read: ${counted(s.instruments, 'instrument')} of ${counted(s.jurisdictions, 'jurisdiction')}, ${counted(s.articles, 'article or section', 'articles and sections')}. Coded: ${counted(s.annotations, 'pair')} of provision and code. Here: ${counted(coded.length, 'coded instrument')}, ${counted(codebook.codes.length, 'code')}.${sureness(atlas)}${told}`,
    ),
    ...extremes,
    {
      kind: 'box',
      title: 'How to read the figures.',
      text: 'Divergence runs from 0 (same answers) to 1 (nothing in common); the interval is a 95 % bootstrap over provisions, and coverage the weight share of the scope that both sides cover. Absent means searched and not found; not covered means that no text that could hold the rule was read. The gold coding that the method was measured against was done with machine assistance; legal scholars have not re-coded it.',
    },
  ];
}

/** How sure the machine is of the codings of this report. */
function sureness({ study }: Atlas): string {
  const all = study.coded.flatMap((c) => c.annotations.map((a) => a.confidence)).sort((a, b) => a - b);
  const middle = all[Math.floor(all.length / 2)];
  if (middle === undefined) return '';
  const unsure = all.filter((c) => c < 0.5).length / all.length;
  return ` The ${counted(all.length, 'coding')} of these have a median confidence of ${middle.toFixed(2)}; ${percent(unsure)} lie below 0.50.`;
}

/** What figures are drawn over: all codes, or the widest scope that a narrowed report holds. */
function mainScope({ study, codes }: Atlas): string | null {
  const scopes = [...new Set(study.divergences.map((d) => d.scope))];
  return ['all', ...scopes.filter((s) => !codes.has(s)), ...scopes].find((s) => scopes.includes(s)) ?? null;
}

const nameOf = (side: string): string => (side.includes('/') ? placeName(side) : placeLabel(side));

function divergence(atlas: Atlas): Block[] {
  const divergences = pairsOf(atlas);
  const scopes = [...new Set(divergences.map((d) => d.scope))].filter((s) => !atlas.codes.has(s));
  const main = mainScope(atlas);
  const all = divergences.filter((d) => d.scope === main);
  const over = `on ${main === null ? 'nothing' : scopeLabel(atlas, main)}`;
  const order = (d: Divergence): number => d.total ?? 2;
  const heat = heatmapScene(atlas.study.divergences.filter((d) => d.scope === main));
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
          part(d.thematic),
          part(d.elemental),
          part(d.textual),
          percent(d.coverage),
        ]),
    }),
  );
  const said =
    tables.length === 0
      ? [paragraph('No pair could be compared.')]
      : [paragraph('In the tables n/c stands where a part of the figure could not be compared.'), ...tables];
  return [heading('Divergence, nearest pairs first'), ...figures, ...said];
}

const part = (value: number | null): string => (value === null ? 'n/c' : value.toFixed(2));

function regimes(atlas: Atlas, plan: RegimePlan | null): Block[] {
  if (plan === null || mainScope(atlas) !== plan.scope) return [];
  const here = { ...plan, points: plan.points.filter((p) => atlas.sides.includes(p.side)) };
  const scene = regimeScene(here, () => '');
  if (scene === null) return [];
  const caption = `Map of regimes by multidimensional scaling over all codes; archetypes are diamonds. Stress ${plan.stress.toFixed(2)}${plan.stress > MISLEADING ? ', so distances on paper mislead' : ''}; the two axes hold ${percent(plan.explained)} of the spread.`;
  return [heading('Regimes'), { kind: 'figure', name: 'regime-map', caption, scene }];
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

/** Laws by jurisdiction and title, then the archetypes. */
function lawsFirst({ coded }: Study): readonly CodedInstrument[] {
  const order = ({ instrument: { metadata: m } }: CodedInstrument): string =>
    `${m.kind === 'archetype' ? 1 : 0}${m.jurisdictions.join()} ${m.title}`;
  return [...coded].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What was read of these sides: the list that a paper's references are made from. */
function sources({ study, nameOf: cited }: Atlas): Block[] {
  const rows = lawsFirst(study).map(({ instrument: { metadata: m }, annotations }) => [
    cited(m.id),
    m.title,
    m.jurisdictions.length > 6 ? `${m.jurisdictions.length} parties` : m.jurisdictions.join(', '),
    m.inForce ?? m.made ?? 'unknown',
    m.source ?? 'unknown',
    String(annotations.length),
  ]);
  return [
    heading('Sources'),
    {
      kind: 'table',
      caption: 'Instruments with codings in this report',
      columns: ['cited as', 'title', 'of', 'date', 'source', 'codings'],
      rows,
    },
  ];
}

function appendix(atlas: Atlas): Block[] {
  const quotes = lawsFirst(atlas.study).flatMap(({ instrument, annotations }) => {
    const { jurisdictions, language, title } = instrument.metadata;
    const refs = new Map<string, ProvisionRef>(annotations.map((a) => [a.provision.eId, a.provision]));
    const quoted = [...refs.values()].map((ref): Block => {
      const codes = annotations.filter((a) => a.provision.eId === ref.eId).map((a) => a.code);
      return {
        kind: 'quote',
        cite: atlas.cite(ref),
        about: [atlas.heading(ref), [...new Set(codes)].join(', ')].filter((x) => x !== '').join('; '),
        text: cut(line(atlas.words(ref)), LONGEST_QUOTE),
        language: languageTag(language),
      };
    });
    const places = jurisdictions.length > 6 ? `${jurisdictions.length} parties` : jurisdictions.join(', ');
    return quoted.length === 0 ? [] : [heading(`${title} (${places})`, 2), ...quoted];
  });
  const count = quotes.filter((b) => b.kind === 'quote').length;
  return [heading(`Appendix: ${counted(count, 'provision')} quoted`), ...quotes];
}
