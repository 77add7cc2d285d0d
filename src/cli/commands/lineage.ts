import type { Instrument } from '../../model/index.js';
import { lineage } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { locate } from '../found/locate.js';
import { bold, dim, table } from '../output.js';
import { printData } from '../print.js';
import { type OpenStudy, openForReading } from '../study.js';

const COLUMNS = ['instrument', 'provision', 'heading', 'year', 'jaccard', 'passage'];
const SHOWN = 15;
/** Width of a bar of the spread, in characters. */
const BAR = 40;

/** Prints which earlier text an article is likeliest taken from, its near copies, and how far the clause spread over the years. */
export const lineageCommand: Action = async ([words], options) => {
  const study = openForReading(options);
  try {
    const { instrument, provision } = locate(study, (words as string[]).join(' '));
    const threshold = typeof options.threshold === 'number' ? { threshold: options.threshold } : {};
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

/** The study's instruments in one language, one at a time: all texts of a corpus together would fill the memory. */
function* others(study: OpenStudy, language: string): Generator<Instrument> {
  for (const { id, language: theirs } of study.catalogue) {
    const instrument = theirs === language ? study.store.instrument(id) : null;
    if (instrument !== null) yield instrument;
  }
}
