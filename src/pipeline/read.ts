import { ingest } from '../ingest/index.js';
import type { Diagnostic, Instrument } from '../model/index.js';
import { parse } from '../parse/index.js';
import { stageKey } from './key.js';
import type { CorpusGroup, Progress, StudyPort } from './ports.js';
import { chooseRendition, type ParsedRendition } from './rendition.js';

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
): Promise<ReadOutcome> {
  const ids = new Map<string, string>();
  let redone = 0;
  let failed = 0;
  progress.begin('read', groups.length);
  for (const group of groups) {
    const key = stageKey([
      fingerprint,
      ...group.files.flatMap((f) => [f.path, f.sha256, JSON.stringify(f.provenance)]),
    ]);
    const kept = idOfKept(study.stageKey('read', group.key), key);
    if (kept === null) {
      const outcome = await readGroup(group);
      redone += 1;
      study.putDiagnostics(group.key, outcome.diagnostics);
      if (outcome.instrument !== null) study.putInstrument(key, outcome.instrument);
      study.setStageKey('read', group.key, `${key} ${outcome.instrument?.metadata.id ?? ''}`);
      if (outcome.instrument === null) failed += 1;
      else ids.set(group.key, outcome.instrument.metadata.id);
    } else if (kept === '') failed += 1;
    else ids.set(group.key, kept);
    progress.step('read', group.key);
  }
  forget(groups, ids, study);
  progress.end('read', redone, groups.length - redone);
  return { ids, redone, failed };
}

/** Parses one group's renditions and returns the best, with every diagnostic met on the way. */
export async function readGroup(
  group: CorpusGroup,
): Promise<{ instrument: Instrument | null; diagnostics: readonly Diagnostic[] }> {
  const parsed: ParsedRendition[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of group.files) {
    try {
      const source = await ingest(file.read());
      if (source.blocks.length === 0) {
        diagnostics.push(...source.diagnostics);
        continue;
      }
      parsed.push({ path: file.path, sha256: source.sha256, instrument: parse(source) });
    } catch (error) {
      diagnostics.push(unreadable(file.path, error));
    }
  }
  if (parsed.length === 0) return { instrument: null, diagnostics };
  const instrument = chooseRendition(parsed);
  return { instrument, diagnostics: [...diagnostics, ...instrument.diagnostics] };
}

function forget(groups: readonly CorpusGroup[], ids: ReadonlyMap<string, string>, study: StudyPort): void {
  const present = new Set(groups.map((g) => g.key));
  for (const subject of study.stageSubjects('read')) if (!present.has(subject)) study.forgetStage('read', subject);
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
  return {
    ruleId: 'ingest/unreadable',
    severity: 'error',
    message: `${path} could not be read: ${error instanceof Error ? error.message : String(error)}`,
    mend: 'Open the file to see whether it is whole; fetch it again, or save it in another format (HTML, XML, text).',
    file: path,
    instrument: null,
    span: null,
  };
}
