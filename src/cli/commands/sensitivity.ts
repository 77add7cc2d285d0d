import { sensitivity } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { table } from '../output.js';
import { text } from '../print.js';
import { asInput, scoringInput } from '../scoring/input.js';
import { put, weightLine } from '../scoring/sheet.js';
import { openForReading } from '../study.js';
import { oneScope } from './score.js';

const COLUMNS = ['rank', 'tied', 'left', 'right', 'scope', 'total', 'low', 'high', 'rankLow', 'rankHigh'];
const SHOWN = 40;

/** Prints pairs by divergence with the stability of their ranks; pairs that cannot be told apart share a rank. */
export const sensitivityCommand: Action = async (_positional, options) => {
  const vary = text(options.vary) ?? 'weights';
  if (vary !== 'weights' && vary !== 'words')
    throw new InputError(
      `--vary ${vary} is unknown.`,
      'Take words (provisions and coding) or weights (these as well).',
    );
  const study = openForReading(options);
  try {
    const ranked = asInput(
      () => sensitivity(scoringInput(study, options), oneScope(options), vary),
      'Families, principles and codes are scopes.',
    );
    const rows = ranked.map((r) => ({ ...r }));
    const groups = new Set(rows.map((r) => r.rank)).size;
    const forPerson = () =>
      `${table(rows.slice(0, SHOWN), COLUMNS)}${rows.length} pairs in ${groups} ranks that can be told apart.\n${weightLine(study, options, 'sensitivity')}`;
    put({ command: `sensitivity --vary ${vary}`, columns: COLUMNS, rows, forPerson }, study, options);
  } finally {
    study.close();
  }
};
