import { type BigIntStats, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the bytes of a file come to: sha256 in lower-case hex, and how many they are. */
export interface FileHash {
  readonly sha256: string;
  readonly byteLength: number;
}

/** What the system says of a file whenever anything of it changes, with the hash of what it held then. */
type Entry = readonly [path: string, stat: string, sha256: string, byteLength: number];

interface Kept {
  readonly form: typeof FORM;
  readonly files: readonly Entry[];
}

/** Bytes of another form are of another code, of which nothing could be taken up. */
const FORM = 1;

/**
 * A file changed less than this before it was read may be changed again without its times showing it: systems keep times by ticks, of 2 s at the worst
 * (FAT). Git calls such files racily clean, and reads them again (https://git-scm.com/docs/racy-git).
 */
const SETTLED_NS = 2_000_000_000n;
/** Times in whole milliseconds are of systems that keep no finer ones: there a clock that was set back could give a changed file its old time again. */
const COARSE_NS = 1_000_000n;

/**
 * Hashes of files that were read before, such as git's index keeps them: a file of which the system says what it said then is not read again. What counts
 * is the time at which its inode changed, which no program can set; `cp -p`, `touch -d` and a file moved in its place all show.
 */
export class KnownFiles {
  private readonly old: ReadonlyMap<string, Entry>;
  private readonly used = new Map<string, Entry>();
  private isNew = false;

  /** `bytes` as `toBytes` gave them, null where there are none; `now` in nanoseconds of the system's clock. */
  constructor(
    bytes: Uint8Array | null,
    private readonly now: () => bigint = () => BigInt(Date.now()) * COARSE_NS,
  ) {
    const kept = bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Kept);
    this.old = new Map(kept?.form === FORM ? kept.files.map((entry) => [entry[0], entry] as const) : []);
  }

  /** The hash of a file, by `read` where it is not known; null where that gives none. */
  hashOf(path: string, read: (path: string) => FileHash | null): FileHash | null {
    const place = resolve(path);
    const [before, began] = [statOf(place), this.now()];
    const known = this.old.get(place);
    if (before !== null && known?.[1] === told(before)) {
      this.used.set(place, known);
      return { sha256: known[2], byteLength: known[3] };
    }
    const made = read(path);
    const after = statOf(place);
    if (made === null || before === null || after === null) return made;
    if (told(before) === told(after) && isSettled(before, began)) {
      this.used.set(place, [place, told(before), made.sha256, made.byteLength]);
      this.isNew = true;
    }
    return made;
  }

  /** What is known of the files that were asked for, for the next listing; null where that is what was known already. */
  toBytes(): Uint8Array | null {
    if (!this.isNew && this.used.size === this.old.size) return null;
    return new TextEncoder().encode(JSON.stringify({ form: FORM, files: [...this.used.values()] } satisfies Kept));
  }
}

function statOf(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null; // Whoever reads it meets the same trouble.
  }
}

const told = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;

function isSettled({ mtimeNs, ctimeNs }: BigIntStats, now: bigint): boolean {
  return ctimeNs % COARSE_NS !== 0n && ctimeNs + SETTLED_NS <= now && mtimeNs + SETTLED_NS <= now;
}
