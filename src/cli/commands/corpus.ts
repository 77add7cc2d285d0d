import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogueEntry, figures, type Holding, inspect, readLock, verify } from '../../corpus/index.js';
import { corpusGroups } from '../../store/index.js';
import { remarkOf } from '../../text/coverage.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { loadCatalogue, textsFolder } from '../fetching.js';
import { type Row, say, table } from '../output.js';
import { many, printData } from '../print.js';

type Options = Readonly<Record<string, unknown>>;

/** What is catalogued, whether the files here are the ones meant, and how much there is. */
export const corpusCommand: Action = async ([action], options, program) => {
  const show = ACTIONS[String(action)];
  if (show === undefined) program.error(`error: corpus takes ${Object.keys(ACTIONS).join(', ')}`, { exitCode: 2 });
  else show(loadCatalogue(options), options);
};

const ACTIONS: Readonly<Record<string, (entries: readonly CatalogueEntry[], options: Options) => void>> = {
  list,
  verify: verifyFiles,
  stats,
};

function list(entries: readonly CatalogueEntry[], options: Options): void {
  const here = new Set(holdings(entries, options).flatMap((h) => (h.state === 'whole' ? [h.instrument] : [])));
  const wanted = many(options.jurisdiction).map((j) => j.toUpperCase());
  const rows: Row[] = entries
    .filter(
      (e) => wanted.length === 0 || e.jurisdictions.some((j) => wanted.includes(j.slice(0, 2)) || wanted.includes(j)),
    )
    .map((e) => ({
      ...{ id: e.id, title: e.title, kind: e.kind, jurisdictions: e.jurisdictions, languages: e.languages },
      ...{ made: e.made, inForce: e.inForce, core: e.core ? 'core' : '' },
      here: here.has(e.id) || fetched(e, options) ? 'here' : '',
      address: e.addresses[0]?.href ?? null,
      tried: e.addresses[0]?.state ?? null,
    }));
  const columns = [
    'id',
    'title',
    'kind',
    'jurisdictions',
    'languages',
    'made',
    'inForce',
    'core',
    'here',
    'address',
    'tried',
  ];
  printData(rows, columns, options, () => table(rows, ['id', 'title', 'made', 'core', 'here', 'tried']));
}

/** Compares the files of `--corpus` folders with the catalogue's hashes, and the fetched ones with their lock. */
function verifyFiles(entries: readonly CatalogueEntry[], options: Options): void {
  const found = holdings(entries, options);
  const locked = verify(textsFolder(options));
  const faults = found.filter((h) => h.state === 'differs' || h.state === 'missing');
  const rows: Row[] = [
    ...found.map((h) => ({
      state: h.state,
      instrument: h.instrument,
      path: h.path,
      expected: h.expected,
      found: h.found,
    })),
    ...locked.map((d) => ({
      ...{ state: 'differs', instrument: d.instrument, path: join(textsFolder(options), d.file ?? '') },
      ...{ expected: null, found: null },
    })),
  ];
  const notable = rows.filter((r) => r.state !== 'whole');
  printData(rows, ['state', 'instrument', 'path', 'expected', 'found'], options, () =>
    table(notable, ['state', 'instrument', 'path']),
  );
  const count = (state: Holding['state']): number => found.filter((h) => h.state === state).length;
  if (many(options.corpus).length > 0)
    say(
      `${count('whole')} files are the very ones the catalogue means, ${count('differs')} differ, ${count('missing')} are missing, ${count('unknown')} it does not know`,
    );
  const fetchedFiles = Object.keys(readLock(textsFolder(options))).length;
  say(
    `${fetchedFiles - locked.length} of ${fetchedFiles} fetched or added files in ${textsFolder(options)} are as they came`,
  );
  for (const d of locked) say(remarkOf(d));
  if (faults.length + locked.length > 0)
    throw new InputError(
      `${faults.length + locked.length} files are not what they should be: ${[...faults.map((f) => f.path), ...locked.map((d) => d.file)].slice(0, 3).join(', ')}…`,
      'Fetch or copy them again; whatever a study made of them should be made anew.',
    );
}

function stats(entries: readonly CatalogueEntry[], options: Options): void {
  const rows: Row[] = figures(entries).map((f) => ({ ...f }));
  printData(rows, ['what', 'of', 'instruments'], options, () => table(rows, ['what', 'of', 'instruments']));
}

function holdings(entries: readonly CatalogueEntry[], options: Options): Holding[] {
  const folders = many(options.corpus);
  if (folders.length === 0) return [];
  const files = corpusGroups(folders).flatMap((g) => g.files);
  return inspect(files, folders, entries);
}

function fetched(entry: CatalogueEntry, options: Options): boolean {
  return entry.addresses.some((a) => existsSync(join(textsFolder(options), `${entry.id}.${a.file}`)));
}
