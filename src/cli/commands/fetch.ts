import { chooseEntries, type FetchOutcome, fetchInstruments } from '../../corpus/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { fetchOptions, loadCatalogue, sayOutcome, textsFolder } from '../fetching.js';
import { say, table } from '../output.js';
import { printData } from '../print.js';

const COLUMNS = ['instrument', 'status', 'file', 'sha256', 'url', 'problem'];

/**
 * Fetches instruments of the catalogue from their publishers. What cannot be had is told, the rest goes on; a text that changed upstream
 * is kept beside the old one and not used.
 */
export const fetchCommand: Action = async ([names], options, program) => {
  const asked = (names as string[] | undefined) ?? [];
  if (asked.length === 0 && options.all !== true)
    program.error('error: name instruments, or core, or --all (lexatlas corpus list prints what there is)', {
      exitCode: 2,
    });
  const all = loadCatalogue(options);
  const entries = options.all === true ? all : chooseEntries(all, asked);
  const addresses = entries.reduce((n, e) => n + e.addresses.length, 0);
  for (const e of entries.filter((entry) => entry.addresses.length === 0))
    say(`${e.id} has no address in the catalogue: add its file with lexatlas add FILE --id ${e.id}`);
  say(`Fetching ${entries.length} instruments from ${addresses} addresses into ${textsFolder(options)}`);
  const outcomes: FetchOutcome[] = [];
  for await (const outcome of fetchInstruments(entries, fetchOptions(options))) {
    sayOutcome(outcome);
    outcomes.push(outcome);
  }
  const rows = outcomes.map((o) => ({
    ...{ instrument: o.instrument, status: o.status, file: o.file, sha256: o.sha256, url: o.url },
    problem: o.diagnostics.map((d) => d.ruleId).join(' '),
  }));
  printData(rows, COLUMNS, options, () => table(rows, ['instrument', 'status', 'file', 'problem']));
  const count = (status: FetchOutcome['status']): number => outcomes.filter((o) => o.status === status).length;
  say(
    `${count('fetched')} fetched, ${count('unchanged')} unchanged, ${count('changed')} changed upstream and not taken, ${count('failed')} failed`,
  );
  if (count('failed') > 0)
    throw new InputError(
      `${count('failed')} of ${outcomes.length} texts could not be had.`,
      'Each line above says why and what to do. What was fetched is kept; run the command again to try the rest.',
    );
};
