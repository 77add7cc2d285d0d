const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that zip can tell. */
const DOS_DATE = 0x0021;

/** Returns the zip archive with every entry dated 1980-01-01, so that equal content is equal bytes. Not a zip: as given. */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = lastEnd(view);
  if (end < 0) return bytes;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL) {
    const local = view.getUint32(at + 42, true);
    stamp(view, at + 12);
    stamp(view, local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, DOS_DATE, true);
}

/** The end record stands within the last 64 KiB, behind which only a comment may follow. */
function lastEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}
