import { type Dice, diceOf } from './dice.js';
import type { Honest } from './honest.js';
import { mutate } from './mutate.js';
import { IMPORTERS, probeImporter, probeReader, type Verdict } from './probe.js';
import { type Seed, windowOf } from './seeds.js';

/** One case in so many goes to an importer; the others go to the readers. */
const IMPORTER_EVERY = 4;
/** One case in so many gets another file's extension. */
const MISNAMED_EVERY = 10;
const EXTENSIONS = ['html', 'xml', 'txt', 'md', 'json', 'pdf', 'docx', 'rtf', 'odt', 'xml.gz', 'xhtml', 'x'];

/** A case as the report names it. */
export interface Case {
  readonly name: string;
  readonly done: string;
  readonly bytes: Buffer;
  run(): Promise<Verdict>;
}

/** Case `index` of the run with this seed: always the same for the same seeds and files. */
export function caseOf(seeds: readonly Seed[], honest: Honest, seed: number, index: number): Case {
  const dice = diceOf(seed, index);
  const other = windowOf(seeds, dice).bytes;
  if (dice.below(IMPORTER_EVERY) === 0) return importerCase(honest, other, dice);
  const from = windowOf(seeds, dice);
  const { bytes, done } = mutate(from.bytes, other, dice);
  const stem = from.name.split('.', 1)[0] ?? 'law';
  const name = dice.below(MISNAMED_EVERY) === 0 ? `${stem}.${dice.of(EXTENSIONS)}` : from.name;
  return { name, done, bytes, run: () => probeReader(`xx/${name}`, bytes) };
}

function importerCase({ law, files }: Honest, other: Buffer, dice: Dice): Case {
  const name = dice.of(Object.keys(IMPORTERS));
  const { bytes, done } = mutate(files.get(name) ?? Buffer.alloc(0), other.subarray(0, 500), dice);
  return { name, done, bytes, run: () => probeImporter(name, bytes, law) };
}
