import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openStudy, type StudyStore } from '../store/index.js';

/** Answers kept; each is a page of hits of some 20 kB, so some 20 MB at most. */
const MOST_ANSWERS = 1024;

/** The study open for reading. Each answer is made on one state of it; a study replaced on disk is opened anew. */
export class StudyReader {
  private store: StudyStore;
  private file: number;
  private readonly answers = new Map<string, unknown>();
  private version = '';

  constructor(private readonly folder: string) {
    this.store = openStudy(folder, 'read');
    this.file = this.inode();
  }

  /** Runs the work on one state of the study. */
  read<T>(work: (store: StudyStore) => T): T {
    this.renew();
    return this.store.snapshot(() => work(this.store));
  }

  /** As `read`, but an answer already made on this state of the study is given again. */
  remember<T>(key: string, work: (store: StudyStore) => T): T {
    this.renew();
    return this.store.snapshot(() => {
      const version = `${this.file} ${this.store.version()}`;
      if (version !== this.version) this.answers.clear();
      this.version = version;
      const known = this.answers.get(key);
      const answer = known === undefined ? work(this.store) : (known as T);
      this.answers.delete(key);
      this.answers.set(key, answer);
      const [oldest] = this.answers.keys();
      if (this.answers.size > MOST_ANSWERS && oldest !== undefined) this.answers.delete(oldest);
      return answer;
    });
  }

  close(): void {
    this.store.close();
  }

  private renew(): void {
    const now = this.inode();
    if (now === this.file || now === 0) return;
    const fresh = openStudy(this.folder, 'read');
    this.store.close();
    this.store = fresh;
    this.file = now;
  }

  private inode(): number {
    return statSync(join(this.folder, 'study.sqlite'), { throwIfNoEntry: false })?.ino ?? 0;
  }
}
