const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that zip can tell. */
const DOS_DATE = 0x0021;

/** Dates every entry of a zip archive 1980-01-01, in place, so that equal content is equal bytes; what is no zip stays as it is. */
export function fixTimes(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  if (end < 0) return;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL) {
    stamp(view, at + 12);
    stamp(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** The end record is the last, behind which only a comment may follow; -1 where there is none. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** Time 0 and the first day. */
function stamp(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, DOS_DATE, true);
}
