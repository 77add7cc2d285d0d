import { series } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { table } from '../output.js';
import { asInput, scoringInput } from '../scoring/input.js';
import { put, weightLine } from '../scoring/sheet.js';
import { openForReading } from '../study.js';
import { oneScope } from './score.js';

const COLUMNS = ['year', 'scope', 'sides', 'pairs', 'mean', 'low', 'high', 'likeForLike'];
/** ToTA's years of electronic commerce, and where a series starts and ends unless it is told. */
const FROM = 1990;
const TO = 2016;

/** Prints the mean divergence of a group by year, and whether its law converges. */
export const timelineCommand: Action = async (positional, options) => {
  const names = (positional[0] as readonly string[] | undefined) ?? [];
  const treaties = options.treaties === true;
  if (names.length < 2 && !treaties)
    throw new InputError(
      'A series needs two sides or more.',
      'Name them (EU KR JP), or give --treaties for all agreements.',
    );
  const from = typeof options.from === 'number' ? options.from : FROM;
  const to = typeof options.to === 'number' ? options.to : TO;
  if (to < from) throw new InputError(`--to ${to} lies before --from ${from}.`, 'Turn them around.');
  const study = openForReading(options);
  try {
    const sides = names.length === 0 ? [] : names.map((n) => (/^[A-Z]{2}/.test(n) ? n : study.resolve(n)));
    const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const { points, trend } = asInput(
      () => series(scoringInput(study, options), oneScope(options), { sides, treaties }, years),
      'Families, principles and codes are scopes.',
    );
    const rows = points.map((p) => ({ ...p }));
    const perDecade =
      trend.perDecade === null
        ? ''
        : `: ${trend.perDecade >= 0 ? '+' : ''}${trend.perDecade.toFixed(3)} in ten years [${trend.low?.toFixed(3)}, ${trend.high?.toFixed(3)}]`;
    const forPerson = () =>
      `${table(rows, COLUMNS)}Trend: ${trend.verdict}${perDecade}.\n${weightLine(study, options, 'timeline')}`;
    put({ command: 'timeline', columns: COLUMNS, rows, parts: { trend }, forPerson }, study, options);
  } finally {
    study.close();
  }
};
