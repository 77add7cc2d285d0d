import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { ownText } from '../../src/text/provisions.js';

/**
 * Each folder holds a short imitation (`source.*`, written by this project) of one difficulty of real files, and what must
 * come of it (`expected/outline.json`), which a lawyer can read. `GOLDEN=write` writes the expectation anew: read it then.
 */
const here = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(here, { withFileTypes: true }).filter((e) => e.isDirectory());

describe('golden cases', () => {
  it.each(cases.map((c) => c.name))('%s', async (name) => {
    const folder = join(here, name);
    const source = readdirSync(folder).find((f) => f.startsWith('source.'));
    if (source === undefined) throw new Error(`${name} has no source`);
    const bytes = readFileSync(join(folder, source));
    const found = outline(parse(await ingest({ path: `golden/${name}/${source}`, bytes, provenance: null })));
    const file = join(folder, 'expected', 'outline.json');
    if (process.env.GOLDEN === 'write') write(file, found);
    if (!existsSync(file)) throw new Error(`${name} has no expected/outline.json`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});

type Row = Record<string, string | null>;

function outline(instrument: Instrument): { format: string; diagnostics: string[]; provisions: Row[] } {
  return {
    format: instrument.format,
    diagnostics: instrument.diagnostics.map((d) => d.ruleId),
    provisions: instrument.provisions.map((p) => ({
      eId: p.eId,
      citation: p.citation,
      num: p.num,
      ...(p.heading === null ? {} : { heading: p.heading }),
      ...(p.status === 'in-force' ? {} : { status: p.status }),
      text: ownText(instrument, p),
    })),
  };
}

function write(file: string, found: ReturnType<typeof outline>): void {
  mkdirSync(dirname(file), { recursive: true });
  const rows = found.provisions.map((p) => `    ${JSON.stringify(p)}`).join(',\n');
  writeFileSync(
    file,
    `{\n  "format": "${found.format}",\n  "diagnostics": ${JSON.stringify(found.diagnostics)},\n  "provisions": [\n${rows}\n  ]\n}\n`,
  );
}
