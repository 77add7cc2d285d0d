import { lineage } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { locate } from '../found/locate.js';
import { bold, dim, table } from '../output.js';
import { printData } from '../print.js';
import { openForReading } from '../study.js';
import { others, printFamilies } from './families.js';

const COLUMNS = ['instrument', 'provision', 'heading', 'year', 'jaccard', 'passage'];
const SHOWN = 15;
/** Width of a bar of the spread, in characters. */
const BAR = 40;

/** Prints which earlier text an article is likeliest taken from, its near copies, and how far the clause spread over the years. */
export const lineageCommand: Action = async ([words], options) => {
  const study = openForReading(options);
  try {
    const citation = (words as string[]).join(' ');
    refuse(citation, options);
    const threshold = thresholdOf(options);
    if (options.families === true) return printFamilies(study, options, threshold);
    const { instrument, provision } = locate(study, citation);
    const found = lineage(instrument, provision, others(study, instrument.metadata.language), threshold);
    const rows = found.family.map((r) => ({
      instrument: r.ref.instrument,
      provision: r.citation,
      heading: r.heading,
      year: r.year,
      jaccard: r.jaccard,
      passage: r.passage,
    }));
    printData(rows, COLUMNS, options, () => {
      const name = `${instrument.metadata.id} ${provision.citation ?? provision.eId}`;
      const { model } = found;
      const from =
        model === null
          ? 'No earlier text in this study is like it.'
          : `Likeliest model: ${model.ref.instrument} ${model.citation} (${model.title}, ${model.year}); Jaccard ${model.jaccard}, ${Math.round(model.passage * 100)} % of its words in one passage.`;
      const most = Math.max(1, ...found.spread.map((s) => s.total));
      return [
        bold(`${name}${provision.heading === null ? '' : `, ${provision.heading}`} (${found.year ?? 'no date'})`),
        from,
        dim('Likeness and dates are what this rests on; who drafted from what, the texts do not say.'),
        '',
        rows.length === 0 ? '' : table(rows.slice(0, SHOWN), COLUMNS),
        rows.length > SHOWN ? dim(`${rows.length - SHOWN} more; --format csv lists all.`) : '',
        ...found.spread.map(
          (s) =>
            `${s.year} ${'█'.repeat(Math.round((s.total / most) * BAR)).padEnd(BAR)} ${s.total} (+${s.instruments})`,
        ),
        '',
      ].join('\n');
    });
  } finally {
    study.close();
  }
};

/** @throws InputError where it is not clear what is asked. */
function refuse(citation: string, options: Readonly<Record<string, unknown>>): void {
  const example = "Try: lexatlas lineage 'tota/449 14.11', or lexatlas lineage --families";
  const isAll = options.families === true;
  if (citation === '' && !isAll) throw new InputError('lineage takes a citation, or --families.', example);
  if (citation !== '' && isAll) throw new InputError('lineage takes a citation or --families, not both.', example);
  const idle = isAll ? undefined : ['code', 'language', 'limit'].find((name) => options[name] !== undefined);
  if (idle !== undefined) throw new InputError(`--${idle} goes with --families.`, example);
}

/** Above 0 and up to 1, or none for the default. @throws InputError where it is neither. */
function thresholdOf({ threshold }: Readonly<Record<string, unknown>>): { readonly threshold?: number } {
  if (threshold === undefined) return {};
  const figure = Number(threshold);
  if (!(figure > 0 && figure <= 1))
    throw new InputError(
      `--threshold ${String(threshold)} is no likeness.`,
      'Give a figure above 0 and up to 1, such as 0.4.',
    );
  return { threshold: figure };
}
