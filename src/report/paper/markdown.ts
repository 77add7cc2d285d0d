import type { Divergence } from '../../model/index.js';
import { type Atlas, scopeLabel } from '../atlas.js';
import { counted, figure, grouped, interval, percent, STANCES } from '../figures.js';

/** Longer quotes are cut in the appendix; the study holds them whole. */
const LONGEST_QUOTE = 1200;

/** Returns the divergence report for a paper as Markdown: summary, method box, tables, tensions, appendix of quoted provisions. */
export function markdown(atlas: Atlas): string {
  return [
    '# Divergence report',
    summary(atlas),
    method(),
    divergenceSection(atlas),
    positionsSection(atlas),
    concordanceSection(atlas),
    tensionsSection(atlas),
    appendix(atlas),
  ]
    .join('\n\n')
    .concat('\n');
}

function summary({ study }: Atlas): string {
  const { summary: s } = study;
  return `Read: ${counted(s.instruments, 'instrument')} of ${counted(s.jurisdictions, 'jurisdiction')}, ${counted(s.articles, 'article or section', 'articles and sections')}. Coded: ${counted(s.annotations, 'pair')} of provision and code. Here: ${counted(study.coded.length, 'coded instrument')}, ${counted(study.codebook.codes.length, 'code')}.`;
}

function method(): string {
  return [
    '> **How to read the figures.** Divergence runs from 0 (same answers) to 1 (nothing in common); the interval is a 95 %',
    '> bootstrap over provisions, and coverage the weight share of the scope that both sides cover. *Absent* means searched and not',
    '> found; *not covered* means that no text that could hold the rule was read. The gold coding that the method was',
    '> measured against was done with machine assistance; legal scholars have not re-coded it.',
  ].join('\n');
}

function divergenceSection(atlas: Atlas): string {
  const scopes = [...new Set(atlas.study.divergences.map((d) => d.scope))].filter((s) => !atlas.codes.has(s));
  const order = (d: Divergence): number => d.total ?? 2;
  const parts = scopes.map((scope) => {
    const rows = atlas.study.divergences
      .filter((d) => d.scope === scope)
      .sort((a, b) => order(a) - order(b))
      .map((d) => [
        d.left,
        d.right,
        figure(d.total),
        interval(d),
        figure(d.thematic),
        figure(d.elemental),
        figure(d.textual),
        percent(d.coverage),
      ]);
    return `### ${scopeLabel(atlas, scope)}\n\n${table(['left', 'right', 'divergence', 'interval', 'thematic', 'elemental', 'textual', 'coverage'], rows)}`;
  });
  return `## Divergence, nearest pairs first\n\n${parts.join('\n\n') || 'No pair could be compared.'}`;
}

function positionsSection({ study, sides }: Atlas): string {
  const stance = new Map(study.positions.map((p) => [`${p.side}\n${p.code}`, STANCES[p.stance]]));
  const present = sides.filter((side) => study.positions.some((p) => p.side === side));
  const rows = study.codebook.codes.map((c) => [
    c.id,
    ...present.map((s) => stance.get(`${s}\n${c.id}`) ?? 'not covered'),
  ]);
  return `## Positions\n\n${present.length === 0 ? 'No side holds a position.' : table(['code', ...present], rows)}`;
}

function concordanceSection(atlas: Atlas): string {
  const parts = atlas.study.concordances
    .filter((c) => c.rows.length > 0)
    .map((c) => {
      const rows = c.rows.map((row) => {
        const of = (status: string): string =>
          row.cells
            .filter((x) => x.status === status)
            .map((x) => x.jurisdiction)
            .join(' ') || '–';
        const found = row.cells
          .filter((x) => x.status === 'found')
          .map((x) => `${x.jurisdiction} (${x.force ?? 'force unknown'}): ${x.provisions.map(atlas.cite).join(', ')}`);
        return [row.label, found.join('; '), of('absent'), of('not-covered')];
      });
      return `### ${scopeLabel(atlas, c.code)}\n\n${table(['rule', 'found', 'absent', 'not covered'], rows)}`;
    });
  return `## Concordance\n\n${parts.join('\n\n') || 'No rule was found.'}`;
}

function tensionsSection(atlas: Atlas): string {
  const items = atlas.study.tensions.map(
    (t) =>
      `- **${plain(atlas.cite(t.left))} × ${plain(atlas.cite(t.right))}** (${t.type}, severity ${t.severity.toFixed(2)}, ${t.parties.join(', ')}): ${plain(t.reason)} Reconciled by: ${t.reconciledBy === null ? 'nothing found' : plain(atlas.cite(t.reconciledBy))}.`,
  );
  return `## Tensions\n\n${items.join('\n') || 'None found in what was read.'}`;
}

function appendix(atlas: Atlas): string {
  const quotes = atlas.study.coded.flatMap(({ instrument, annotations }) => {
    const refs = new Map(annotations.map((a) => [a.provision.eId, a.provision]));
    return [...refs.values()].map((ref) => {
      const codes = annotations.filter((a) => a.provision.eId === ref.eId).map((a) => a.code);
      const words = atlas.words(ref);
      const shown = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)} […]` : words;
      return `**${plain(atlas.cite(ref))}** (${instrument.metadata.jurisdictions.join(', ')}; ${[...new Set(codes)].join(', ')})\n\n> ${plain(shown)}`;
    });
  });
  return `## Appendix: ${grouped(quotes.length)} provisions quoted\n\n${quotes.join('\n\n')}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((c) => plain(c)).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Law text must not become markup: HTML and Markdown characters are escaped, lines joined. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|#]/g, '\\$&');
}
