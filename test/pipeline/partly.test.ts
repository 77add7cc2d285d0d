import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCoder } from '../../src/cli/crew/coder.js';
import {
  alone,
  type Coder,
  type Crew,
  comparable,
  compare,
  KnownRows,
  memoryOf,
  run,
} from '../../src/pipeline/index.js';
import { corpusGroups, openStudy, readRemembered, writeRemembered } from '../../src/store/index.js';
import { contentOf, temporaryFolder, writeLaws } from '../faults/seed.js';

const LAWS = 5;
const QUIET = { begin: () => undefined, step: () => undefined, end: () => undefined };
const OPTIONS = { between: 'jurisdictions', asOf: null, seed: 7, draws: 5 } as const;
const STAGES = { read: 'r', annotate: 'a', compare: 'c' };

/** What one run redid, by stage; comparing remembers in the study's folder, as the thread of a large run does. */
async function runOnce(
  corpus: string,
  folder: string,
  coder: Coder = loadCoder({}),
): Promise<Record<string, number | boolean>> {
  const study = openStudy(folder, 'draft');
  const counts = { readings: 0 };
  const base = alone(study, coder);
  const crew: Crew = {
    ...base,
    read: (group) => {
      counts.readings += 1;
      return base.read(group);
    },
    compare: async ({ codebook, options, key }, progress) => {
      const memory = memoryOf(readRemembered(folder, 'compare').bytes, study, STAGES.compare);
      const rows = new KnownRows(readRemembered(folder, 'rows').bytes, study.stageKey('compare', 'study'));
      const delta = rows.delta(compare(comparable(study), codebook, options, progress, memory), key, memory);
      writeRemembered(folder, 'compare', memory.toBytes(key));
      writeRemembered(folder, 'rows', rows.toBytes());
      return delta;
    },
  };
  try {
    const groups = corpusGroups([corpus, 'corpus/archetypes']);
    const { read, coded, compared } = await run({
      groups,
      study,
      coder,
      options: OPTIONS,
      fingerprints: STAGES,
      progress: QUIET,
      crew,
    });
    study.publish();
    return { read, coded, compared, readings: counts.readings };
  } finally {
    study.close();
  }
}

describe('a run over a corpus of which little changed', () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'laws');
  const study = join(folder, 'study');
  writeLaws(corpus, LAWS);

  it('redoes what changed alone, and holds the same bytes as a fresh one', async () => {
    const first = await runOnce(corpus, study);
    expect(first).toMatchObject({ compared: true, readings: first.read });
    expect(await runOnce(corpus, study)).toEqual({ read: 0, coded: 0, compared: false, readings: 0 });
    const law =
      '# Export Act 2\n\n## Article 1 Transfers abroad\n\nAn exporter shall not transfer personal data to another country unless the person has given consent to each transfer.\n\n## Article 2 Storage\n\nA copy of the data shall be stored within the territory.\n';
    writeFileSync(join(corpus, 'xc', 'act-2.en.md'), law);
    expect(await runOnce(corpus, study)).toEqual({ read: 1, coded: 1, compared: true, readings: 1 });
    const fresh = join(folder, 'fresh');
    await runOnce(corpus, fresh);
    expect(contentOf(study)).toEqual(contentOf(fresh));
  }, 240_000);

  it('reads no law again that lies elsewhere now, and tells where', async () => {
    const moved = join(folder, 'elsewhere');
    cpSync(corpus, moved, { recursive: true });
    writeFileSync(join(moved, 'xc', 'blank.md'), '');
    await runOnce(moved, study);
    const before = await runOnce(corpus, study);
    expect(before).toMatchObject({ read: 0, coded: 0, compared: false, readings: 0 });
    expect(await runOnce(moved, study)).toMatchObject({ read: 1, coded: 0, compared: false, readings: 1 });
    const fresh = join(folder, 'fresh-elsewhere');
    await runOnce(moved, fresh);
    expect(contentOf(study)).toEqual(contentOf(fresh));
    await runOnce(corpus, study);
  }, 240_000);

  it('codes anew without reading anew where a cue of the codebook changed', async () => {
    const coder = loadCoder({});
    const [code, ...others] = coder.codebook.codes;
    const cues = code?.cues.map((cue, i) => (i === 0 ? { ...cue, weight: cue.weight / 2 } : cue)) ?? [];
    if (code === undefined) throw new Error('no code');
    const codebook = { ...coder.codebook, codes: [{ ...code, cues }, ...others] };
    const again = await runOnce(corpus, study, { ...coder, codebook, hash: `${coder.hash} changed` });
    expect(again).toMatchObject({ read: 0, readings: 0, compared: true });
    expect(again.coded).toBeGreaterThanOrEqual(LAWS);
  }, 240_000);

  it('is compared anew where what was remembered is damaged, and nothing wrong is shown', async () => {
    const file = join(study, 'compare.memory');
    const { bytes } = readRemembered(study, 'compare');
    expect(bytes?.length).toBeGreaterThan(1_000);
    const damaged = Buffer.concat([Buffer.alloc(32), bytes ?? Buffer.alloc(0)]);
    writeFileSync(file, damaged);
    expect(readRemembered(study, 'compare')).toEqual({ bytes: null, isDamaged: true });
    expect(readRemembered(study, 'compare')).toEqual({ bytes: null, isDamaged: false }); // It is gone.
  });
});
