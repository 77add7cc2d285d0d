import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  Codebook,
  CodedInstrument,
  Instrument,
  InstrumentMetadata,
  ProvisionRef,
  Results,
  Study,
} from '../model/index.js';
import { instrumentsNamed } from '../search/index.js';
import { openStudy, type StudyStore } from '../store/index.js';
import { InputError } from './failure.js';

type Options = Readonly<Record<string, unknown>>;

/** Where the rooms lie: src in the checkout, dist once built. */
export const CODE_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The package's own folder: where codebook, model and archetypes are shipped. */
export const PACKAGE_ROOT = dirname(CODE_ROOT);

/** The trained coder; lies beside the room that reads it, in the sources as in the build. */
export const MODEL = join(CODE_ROOT, 'annotate', 'coder.model.json');

/** The study folder the user named, else LEXATLAS_STUDY, else `study` here. */
export function studyFolder(options: Options): string {
  return typeof options.study === 'string' ? options.study : (process.env.LEXATLAS_STUDY ?? 'study');
}

/** A study opened for reading, with the names users type turned into ids. */
export interface OpenStudy {
  readonly store: StudyStore;
  readonly catalogue: readonly InstrumentMetadata[];
  /** @throws InputError where the name fits no instrument; where it fits several, the shortest title wins. */
  resolve(name: string): string;
  coded(ids: readonly string[]): readonly CodedInstrument[];
  codedInstrument(id: string): CodedInstrument;
  citationOf(ref: ProvisionRef): string;
  close(): void;
}

export function openForReading(options: Options): OpenStudy {
  return facade(openStudy(studyFolder(options), 'read'));
}

/** The study as a thread of a run reads it: a draft where there is one. */
export function openForThread(options: Options): OpenStudy {
  return facade(openStudy(studyFolder(options), 'read-draft'));
}

/** The study for a command that goes through all of it once: see `OpenMode`. */
export function openToReadThrough(options: Options): OpenStudy {
  return facade(openStudy(studyFolder(options), 'read-through'));
}

/** The study as a run writes it: nothing of it is seen by readers until `publish`. */
export function openDraft(options: Options): OpenStudy {
  return facade(openStudy(studyFolder(options), 'draft'));
}

export function openForWriting(options: Options): OpenStudy {
  return facade(openStudy(studyFolder(options), 'write'));
}

export function instrumentOf(study: OpenStudy, name: string): Instrument {
  return study.codedInstrument(study.resolve(name)).instrument;
}

/** A file shipped with the package, or the user's own in its place. @throws InputError where the user's is missing. */
export function shipped(path: string, own: unknown): { name: string; text: string } {
  const file = typeof own === 'string' ? own : resolve(PACKAGE_ROOT, path);
  if (!existsSync(file)) throw new InputError(`There is no file ${file}.`, 'Check the path.');
  return { name: file, text: readFileSync(file, 'utf8') };
}

function facade(store: StudyStore): OpenStudy {
  let catalogue: readonly InstrumentMetadata[] | null = null;
  const known = (): readonly InstrumentMetadata[] => {
    catalogue ??= store.instruments();
    return catalogue;
  };
  const codedInstrument = (id: string): CodedInstrument => {
    const coded = store.codedInstrument(id);
    if (coded === null)
      throw new InputError(`The study holds no instrument ${id}.`, 'lexatlas search lists what it holds.');
    return coded;
  };
  return {
    store,
    get catalogue() {
      return known();
    },
    resolve(name) {
      const [id] = instrumentsNamed(name, known());
      if (id !== undefined) return id;
      const near = known()
        .filter((m) => m.id.includes(name.split('/').at(-1) ?? name))
        .slice(0, 5)
        .map((m) => m.id);
      throw new InputError(
        `No instrument in the study is called '${name}'.`,
        near.length > 0
          ? `Did you mean ${near.join(', ')}?`
          : 'lexatlas run --corpus DIR adds a folder; lexatlas ingest FILE adds a file.',
      );
    },
    coded: (ids) => (ids.length === 0 ? store.codedInstruments() : ids.map(codedInstrument)),
    codedInstrument,
    citationOf: (ref) => store.citation(ref) ?? ref.eId,
    close: () => store.close(),
  };
}

/** The whole study as reports read it, over its coded laws; with those it holds where no other `results` are given. */
export function wholeStudy({ store }: OpenStudy, coded: readonly CodedInstrument[], results: Results | null): Study {
  const codebook = store.meta('codebook');
  if (codebook === null) throw new InputError('The study has not been coded yet.', 'Run: lexatlas run');
  const found = results === null ? heldIn(store) : asHeld(results);
  const { alignments, concordances, positions, divergences, tensions } = found;
  const counts = { alignments: alignments.length, divergences: divergences.length, tensions: tensions.length };
  return {
    codebook: JSON.parse(codebook) as Codebook,
    coded,
    alignments,
    concordances,
    positions,
    divergences,
    tensions,
    diagnostics: store.diagnostics(),
    summary: { ...store.summary(), ...counts },
  };
}

function heldIn(store: StudyStore): Results {
  return {
    alignments: store.alignments(),
    concordances: store.concordances(),
    positions: store.positions(),
    divergences: store.divergences(),
    tensions: store.tensions(),
  };
}

/** In the order in which the study gives them: tables by code, figures by scope. */
function asHeld(results: Results): Results {
  const by =
    <T>(nameOf: (item: T) => string) =>
    (a: T, b: T): number =>
      nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0;
  return {
    ...results,
    concordances: [...results.concordances].sort(by((c) => c.code)),
    divergences: [...results.divergences].sort(by((d) => d.scope)),
  };
}
