const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that zip can tell. */
const DOS_DATE = 0x0021;
/** The end record stands within the last 64 KiB, behind which only a comment may follow. */
const END_WITHIN = 66_000;

/**
 * Dates every entry of a zip archive 1980-01-01, so that equal content is equal bytes. The archive is given in chunks, in order, and
 * changed in place; what is no zip stays as it is.
 */
export function fixTimes(chunks: readonly Uint8Array[]): void {
  const archive = new Chunked(chunks);
  const end = endOf(archive);
  if (end < 0) return;
  let at = archive.number(end + 16, 4);
  while (at + 46 <= archive.length && archive.number(at, 4) === CENTRAL) {
    archive.stamp(at + 12);
    archive.stamp(archive.number(at + 42, 4) + 10);
    at += 46 + archive.number(at + 28, 2) + archive.number(at + 30, 2) + archive.number(at + 32, 2);
  }
}

function endOf(archive: Chunked): number {
  for (let at = archive.length - 22; at >= 0 && at > archive.length - END_WITHIN; at -= 1)
    if (archive.number(at, 4) === END) return at;
  return -1;
}

/** Bytes that lie in several arrays, by their place in the whole. */
class Chunked {
  readonly length: number;
  private readonly starts: readonly number[];

  constructor(private readonly chunks: readonly Uint8Array[]) {
    let length = 0;
    this.starts = chunks.map((chunk) => {
      length += chunk.length;
      return length - chunk.length;
    });
    this.length = length;
  }

  /** A little-endian number of so many bytes. */
  number(at: number, bytes: number): number {
    let value = 0;
    for (let i = bytes - 1; i >= 0; i -= 1) {
      const [chunk, from] = this.holding(at + i);
      value = value * 256 + (chunk[from] ?? 0);
    }
    return value;
  }

  /** Time 0 and the first day. */
  stamp(at: number): void {
    for (const [i, byte] of [0, 0, DOS_DATE, 0].entries()) {
      const [chunk, from] = this.holding(at + i);
      chunk[from] = byte;
    }
  }

  private holding(at: number): readonly [chunk: Uint8Array, from: number] {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return [this.chunks[low] ?? new Uint8Array(), at - (this.starts[low] ?? 0)];
  }
}
