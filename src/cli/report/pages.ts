import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Codebook } from '../../model/index.js';
import type { PageMemory } from '../../pipeline/index.js';
import { codeFingerprint, readRemembered, type StudyStore, writeRemembered } from '../../store/index.js';
import { say } from '../output.js';
import type { KeptForReports } from './plans.js';

/** Rooms whose code decides what a page shows. */
const PRINTING = ['model', 'report', 'text'];

/** The pages of a report by what they were made from; those that were asked for are remembered for the next run. */
export class KeptPages implements PageMemory {
  private readonly old: ReadonlyMap<string, Uint8Array>;
  private readonly used = new Map<string, Uint8Array>();
  private readonly keys = new Map<string, string>();
  private readonly made: string;

  constructor(
    private readonly kept: KeptForReports,
    private readonly store: Pick<StudyStore, 'stageKey' | 'handAnnotations'>,
    codebook: Codebook,
  ) {
    const { bytes, isDamaged } = readRemembered(kept.folder, 'pages');
    if (isDamaged) say('What the last run remembered of its pages is damaged: all of them are made anew.');
    this.old = bytes === null ? new Map() : (deserialize(bytes) as Map<string, Uint8Array>);
    this.made = hash('sha256', codeFingerprint(PRINTING) + JSON.stringify(codebook), 'base64url');
  }

  keyOf(instrument: string): string {
    const known = this.keys.get(instrument);
    if (known !== undefined) return known;
    const facts = ['instrument', 'annotate'].map((stage) => this.store.stageKey(stage, instrument));
    const key = hash('sha256', JSON.stringify([facts, this.store.handAnnotations(instrument)]), 'base64url');
    this.keys.set(instrument, key);
    return key;
  }

  bytes(from: string, make: () => string): Uint8Array {
    const key = hash('sha256', `${this.made}\n${from}`, 'base64url');
    const bytes = this.used.get(key) ?? this.old.get(key) ?? new TextEncoder().encode(make());
    this.used.set(key, bytes);
    return bytes;
  }

  /** Remembers the pages for the next run; only runs do, and only where something is new. */
  keep(): void {
    const isSame = this.used.size === this.old.size && [...this.used.keys()].every((key) => this.old.has(key));
    if (this.kept.isRun && !isSame) writeRemembered(this.kept.folder, 'pages', serialize(this.used));
  }
}
