import { ingest, placeOf, sizeProblem } from '../../ingest/index.js';
import type { Diagnostic, Instrument } from '../../model/index.js';
import { parse } from '../../parse/index.js';
import { inOrder, makeReady } from '../ahead.js';
import type { Crew } from '../crew.js';
import { stageKey } from '../key.js';
import type { CorpusGroup, Progress, StudyPort } from '../ports.js';
import { chooseRendition, type ParsedRendition } from './rendition.js';
import { ChangingFile, readSettled } from './settled.js';

/** Stage keys of instruments that `lexatlas ingest` added begin so; a run keeps them although no corpus folder holds them. */
export const BY_HAND = 'ingest ';

/** What reading a corpus left behind: instruments by group, and how many groups were read anew. */
export interface ReadOutcome {
  /** Group key → instrument id; groups without a readable file are missing. */
  readonly ids: ReadonlyMap<string, string>;
  readonly redone: number;
  readonly failed: number;
}

/**
 * Ingests and parses every group whose files, provenance or reader code changed, and removes instruments whose files
 * have gone. A file that cannot be read leaves its diagnostic; the run goes on.
 */
export async function readCorpus(
  groups: readonly CorpusGroup[],
  study: StudyPort,
  fingerprint: string,
  progress: Progress,
  crew: Crew,
): Promise<ReadOutcome> {
  const ids = new Map<string, string>();
  const stale: CorpusGroup[] = [];
  let failed = 0;
  for (const group of groups) {
    const kept = idOfKept(study.stageKey('read', group.key), groupKey(fingerprint, group, new Map()));
    if (kept === null) {
      stale.push(group);
      continue;
    }
    if (kept === '') failed += 1;
    else ids.set(group.key, kept);
    move(group, kept === '' ? null : kept, study);
  }
  const ready = makeReady(stale.length, study, crew);
  progress.begin('read', stale.length);
  const read = (group: CorpusGroup): Promise<GroupOutcome> => crew.read(group).catch((e) => lost(group, e));
  for await (const [group, outcome] of inOrder(stale, crew.ahead, read)) {
    // The key tells the bytes that were read, which may be newer than those listed.
    const key = groupKey(fingerprint, group, outcome.hashes);
    await ready;
    study.putDiagnostics(group.key, outcome.diagnostics);
    if (outcome.instrument !== null) study.putInstrument(key, outcome.instrument);
    if (outcome.isSettled) study.setStageKey('read', group.key, `${key} ${outcome.instrument?.metadata.id ?? ''}`);
    else study.forgetStage('read', group.key);
    study.setStageKey(PATHS, group.key, pathsOf(group));
    if (outcome.instrument === null) failed += 1;
    else ids.set(group.key, outcome.instrument.metadata.id);
    progress.step('read', group.key);
  }
  forget(groups, ids, study);
  progress.end('read', stale.length, groups.length - stale.length);
  return { ids, redone: stale.length, failed };
}

/** What came of one group's files. */
export interface GroupOutcome {
  readonly instrument: Instrument | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Path → sha256 of the bytes that were read. */
  readonly hashes: ReadonlyMap<string, string>;
  /** False where a file changed under our hands: the next run must read the group again, whatever it then holds. */
  readonly isSettled: boolean;
}

/** Parses one group's renditions and returns the best, with every diagnostic met on the way. */
export async function readGroup(group: CorpusGroup): Promise<GroupOutcome> {
  const parsed: ParsedRendition[] = [];
  const diagnostics: Diagnostic[] = [];
  const hashes = new Map<string, string>();
  let isSettled = true;
  for (const file of group.files) {
    try {
      const tooLarge = sizeProblem(file.path, file.byteLength);
      if (tooLarge !== null) {
        diagnostics.push(tooLarge);
        continue;
      }
      const { source: bytes, sha256 } = readSettled(file);
      hashes.set(file.path, sha256);
      const source = await ingest(bytes);
      if (source.blocks.length === 0) {
        diagnostics.push(...source.diagnostics);
        continue;
      }
      parsed.push({ path: file.path, sha256: source.sha256, instrument: parse(source) });
    } catch (error) {
      if (error instanceof ChangingFile) isSettled = false;
      diagnostics.push(unreadable(file.path, error));
    }
  }
  if (parsed.length === 0) return { instrument: null, diagnostics, hashes, isSettled };
  const instrument = chooseRendition(parsed);
  return { instrument, diagnostics: [...diagnostics, ...instrument.diagnostics], hashes, isSettled };
}

/** A thread that died over a group (out of memory, say) costs that group, not the run. The next run tries again. */
function lost(group: CorpusGroup, error: unknown): GroupOutcome {
  const diagnostics = group.files.map((f) => unreadable(f.path, error));
  return { instrument: null, diagnostics, hashes: new Map(), isSettled: false };
}

/** Equal for files and their copies elsewhere: what counts is their bytes, what is known of them, and what reading takes from their paths. */
function groupKey(fingerprint: string, { files }: CorpusGroup, read: ReadonlyMap<string, string>): string {
  const order = files.map((f) => f.path).sort(); // Of two renditions as good as each other the first by path is taken.
  const parts = files.flatMap((f) => [
    placeOf(f.path),
    String(order.indexOf(f.path)),
    read.get(f.path) ?? f.sha256,
    JSON.stringify(f.provenance),
  ]);
  return stageKey([fingerprint, ...parts]);
}

/** The stage that remembers where a group's files were when they were read. */
const PATHS = 'paths';
const pathsOf = (group: CorpusGroup): string => JSON.stringify(group.files.map((f) => f.path));

/** A group of a corpus that lies elsewhere now is not read anew: the study is told where. */
function move(group: CorpusGroup, id: string | null, study: StudyPort): void {
  const [before, now] = [study.stageKey(PATHS, group.key), pathsOf(group)];
  if (before === null || before === now) return;
  const old = JSON.parse(before) as readonly string[];
  study.moveFiles(group.key, id, new Map(group.files.map((f, at) => [old[at] ?? f.path, f.path])));
  study.setStageKey(PATHS, group.key, now);
}

function forget(groups: readonly CorpusGroup[], ids: ReadonlyMap<string, string>, study: StudyPort): void {
  const present = new Set(groups.map((g) => g.key));
  for (const subject of study.stageSubjects('read')) {
    if (present.has(subject)) continue;
    study.forgetStage('read', subject);
    study.forgetStage(PATHS, subject);
    study.putDiagnostics(subject, []);
  }
  const wanted = new Set(ids.values());
  for (const { id } of study.instruments()) {
    const isByHand = study.stageKey('instrument', id)?.startsWith(BY_HAND) === true;
    if (!wanted.has(id) && !isByHand) study.removeInstrument(id);
  }
}

/** The stored value is `<key> <instrument id>`; null where the key differs and the stage must run. */
function idOfKept(stored: string | null, key: string): string | null {
  if (stored === null || !stored.startsWith(`${key} `)) return null;
  return stored.slice(key.length + 1);
}

function unreadable(path: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const mend = typeof error === 'object' && error !== null && 'mend' in error ? String(error.mend) : null;
  return {
    ruleId: error instanceof ChangingFile ? 'ingest/changing-file' : 'ingest/unreadable',
    severity: 'error',
    message: `${path} could not be read: ${reason}`,
    mend:
      mend ??
      'Open the file to see whether it is whole; fetch it again, or save it in another format (HTML, XML, text).',
    file: path,
    instrument: null,
    span: null,
  };
}
