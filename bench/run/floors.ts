import { readFileSync } from 'node:fs';
import type { CodedInstrument } from '../../src/model/index.js';
import type { CorpusGroup, StudyStore } from '../../src/store/index.js';
import { analyse } from '../../src/text/analyse.js';
import { basicUnitOf, byEId, fullText } from '../../src/text/provisions.js';
import { cpuSeconds } from '../clock.js';
import { bareParse } from '../parse/bare.js';
import { allPairsSeconds, rowsOf } from './cosine.js';

const MEBIBYTE = 1024 * 1024;

/** The least that a stage's input costs, done by itself. */
export interface Floor {
  readonly seconds: number;
  readonly of: string;
}

/** The floor of each stage that has one, over the corpus and the study that was made of it. */
export async function floorsOf(
  groups: readonly CorpusGroup[],
  study: StudyStore,
): Promise<Readonly<Record<string, Floor>>> {
  const read = await bareReading(groups);
  const all = study.instruments().flatMap((m) => study.instrument(m.id)?.text ?? []);
  const coded = study.codedInstruments();
  const units = coded.flatMap(codedUnits);
  const rows = rowsOf(units);
  return {
    read,
    annotate: { seconds: tokenising(all), of: `one pass of the tokeniser over ${mib(all)} MiB of law` },
    words: {
      seconds: tokenising(coded.map((c) => c.instrument.text)),
      of: `the same over the ${coded.length} laws that carry a code`,
    },
    align: {
      seconds: allPairsSeconds(rows),
      of: `exact TF-IDF cosine of all pairs of the ${units.length} articles that carry a code`,
    },
  };
}

/** Bytes read, each file through the bare library that its format needs. */
async function bareReading(groups: readonly CorpusGroup[]): Promise<Floor> {
  let seconds = 0;
  let bytes = 0;
  for (const { path } of groups.flatMap((g) => g.files)) {
    const began = cpuSeconds();
    const data = readFileSync(path);
    bytes += data.length;
    const format = /\.xml(\.gz)?$/.test(path)
      ? 'tota'
      : /\.x?html?$/.test(path)
        ? 'html'
        : (path.split('.').at(-1) ?? '');
    try {
      await bareParse(format, data);
      seconds += cpuSeconds() - began;
    } catch {
      // A file that the bare library cannot read is a file that the reader must tell of; it has no floor.
    }
  }
  const of = `${(bytes / MEBIBYTE).toFixed(0)} MiB read, each file through its bare library`;
  return { seconds, of };
}

function tokenising(texts: readonly string[]): number {
  const began = cpuSeconds();
  for (const text of texts) analyse(text);
  return cpuSeconds() - began;
}

function codedUnits({ instrument, annotations }: CodedInstrument): string[] {
  const places = byEId(instrument);
  const units = new Set(
    annotations.flatMap((a) => {
      const at = places.get(a.provision.eId);
      return at === undefined ? [] : (basicUnitOf(instrument, at) ?? at);
    }),
  );
  return [...units].map((u) => fullText(instrument, u));
}

const mib = (texts: readonly string[]): string => (texts.reduce((n, t) => n + t.length, 0) / MEBIBYTE).toFixed(0);
