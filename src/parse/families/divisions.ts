import { unit } from '../cut/inner.js';
import type { DraftUnit } from '../draft.js';
import type { Line } from './lines.js';
import type { DivisionStyle } from './style.js';

/** A line that opens a part, chapter or annex. */
export interface Division {
  readonly unit: DraftUnit;
  /** True for annexes, schedules and supplementary provisions: what follows is no longer the main law. */
  readonly back: boolean;
}

const ORDINAL =
  '(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)';
const ANNEX = new RegExp(
  `^(?<num>(?:(?:THE|The) )?(?:${ORDINAL} )?(?:ANNEX(?:ES)?|Annex|SCHEDULES?|Schedule|APPENDIX|Appendix|ANEXO|Anexo|ANNEXE|Annexe|ANLAGE|Anlage|Anhang|PROTOCOL|Protocol|LAMPIRAN|PENJELASAN|PHỤ LỤC|Phụ lục)(?:\\s+(?:\\d{1,3}|[IVXL]+|[A-Z])(?:-[A-Z\\d]+)?)?)(?:\\s*[.:–—-]+\\s*(?<title>.{0,120})|\\s+(?<title2>\\p{Lu}.{0,120})|\\s*\\(.{0,60}\\))?$`,
  'u',
);
const CJK_ANNEX =
  /^(?<num>附\s*则|附\s*則|附表|附件|别表|別表|부칙|별표|별지)(?<title>(?:[\s　第（(<〈一二三四五六七八九十\d].{0,80})?)$/u;
/** Longer lines are sentences. */
const LONGEST = 200;

/** The divisions among the lines from `start` on, by line. */
export function divisionsOf(
  lines: readonly Line[],
  styles: readonly DivisionStyle[],
  start: number,
): Map<number, Division> {
  const found = new Map<number, Division>();
  for (const [at, line] of lines.entries()) {
    if (at < start || line.text.length > LONGEST || line.role === 'note' || line.role === 'contents') continue;
    const division = (breaksOff(lines[at - 1], line) ? null : annexOf(line)) ?? divisionOf(line, styles);
    if (division) found.set(at, division);
  }
  return found;
}

/** True where a wrapped sentence goes on in the line. */
function breaksOff(before: Line | undefined, line: Line): boolean {
  if (before === undefined || line.starts || line.text === line.text.toUpperCase()) return false;
  return /[\p{Ll},]$/u.test(before.text);
}

function annexOf(line: Line): Division | null {
  const groups = (ANNEX.exec(line.text) ?? CJK_ANNEX.exec(line.text))?.groups;
  if (groups?.['num'] === undefined) return null;
  const title = (groups['title'] ?? groups['title2'])?.trim() || null;
  // A sentence about an annex is no annex.
  if (line.level === null && title !== null && /[.;]$/u.test(title) && /\s(?:shall|is|are|may)\s/u.test(title))
    return null;
  const word = groups['num'].toLowerCase();
  const kind = /schedule|附则|附則|부칙/u.test(word) ? 'schedule' : /appendix/u.test(word) ? 'appendix' : 'annex';
  return { unit: unit(kind, 0, groups['num'], '', title), back: true };
}

function divisionOf(line: Line, styles: readonly DivisionStyle[]): Division | null {
  for (const [at, style] of styles.entries()) {
    const groups = style.head.exec(line.text)?.groups;
    if (groups?.['num'] === undefined) continue;
    const title = groups['title']?.trim() || null;
    if (line.level === null && title !== null && /^\p{Ll}|[.;,]$/u.test(title)) continue;
    return { unit: unit(style.kind, at + 1, groups['num'], '', title), back: false };
  }
  return null;
}
