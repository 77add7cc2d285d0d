/** One coded rule written under the line it codes: `@ code modality force note`. */
export interface Coding {
  readonly citation: string;
  readonly code: string;
  readonly modality: string;
  readonly force: string;
  readonly note: string;
}

/** A line of law inside an article: its marker as printed ('' where unnumbered), depth from 0, words. */
export interface Line {
  readonly depth: number;
  readonly marker: string;
  readonly text: string;
}

/** An article or section with the chapter it opens, where it is the first of one. */
export interface Unit {
  readonly num: string;
  readonly heading: string;
  readonly lines: Line[];
}

export interface Division {
  readonly num: string;
  readonly heading: string;
  readonly units: Unit[];
}

export interface Text {
  readonly title: string;
  /** `Article` or `Section`. */
  readonly unit: string;
  /** `Chapter` or `Part`. */
  readonly division: string;
  readonly divisions: Division[];
  readonly codings: Coding[];
}

/**
 * Returns the instrument that a `texts/*.txt` source states. Header lines `key: value`; `# I | heading` a chapter,
 * `= 1 | heading` an article; then lines indented by two spaces a level: `(1) words`, `(a) words`, `1. words`, or `- words`
 * without a number; `@ …` codes the line above it.
 * @throws Error naming the line where the source is malformed: only our own files are read.
 */
export function readText(source: string): Text {
  const header = new Map<string, string>();
  const divisions: Division[] = [];
  const codings: Coding[] = [];
  const path: string[] = [];
  let unit: Unit | null = null;
  source.split('\n').forEach((raw, index) => {
    if (raw.trim() === '') return;
    const fail = (why: string): never => {
      throw new Error(`line ${index + 1}: ${why}: ${raw}`);
    };
    const head = /^(title|unit|division): (.+)$/u.exec(raw);
    const mark = /^([#=]) (\S+) \| (.+)$/u.exec(raw);
    const coding = /^ *@ (\S+) (\S+) (\S+) (.+)$/u.exec(raw);
    const line = /^( *)(-|\(\w+\)|\d+\.) (.+)$/u.exec(raw);
    if (head) header.set(head[1] ?? '', head[2] ?? '');
    else if (mark) {
      const [, sign, num = '', heading = ''] = mark;
      path.length = 0;
      if (sign === '#') divisions.push({ num, heading, units: [] });
      else {
        unit = { num, heading, lines: [] };
        (divisions.at(-1) ?? fail('article before the first chapter')).units.push(unit);
      }
    } else if (coding) {
      const [, code = '', modality = '', force = '', note = ''] = coding;
      const num = unit?.num ?? fail('coding outside an article');
      codings.push({
        citation: num + path.join(''),
        code,
        modality,
        force,
        note,
      });
    } else if (line) {
      const [, indent = '', sign = '', text = ''] = line;
      const depth = indent.length / 2;
      path.length = Math.min(path.length, depth);
      while (path.length < depth) path.push('');
      path.push(sign === '-' ? '' : sign.endsWith('.') ? `(${sign.slice(0, -1)})` : sign);
      (unit ?? fail('words outside an article')).lines.push({
        depth,
        marker: sign === '-' ? '' : sign,
        text,
      });
    } else fail('unknown line');
  });
  const get = (key: string): string => header.get(key) ?? '';
  return {
    title: get('title'),
    unit: get('unit'),
    division: get('division'),
    divisions,
    codings,
  };
}

/** The gold file (CSV with header) of one instrument: a row for each coding, in the order of the text. */
export function writeGold(instrument: string, text: Text): string {
  const field = (s: string): string => (/[",]/u.test(s) ? `"${s.replaceAll('"', '""')}"` : s);
  const rows = text.codings.map((c) =>
    [instrument, c.citation, c.code, c.modality, c.force, c.note].map(field).join(','),
  );
  return `${['instrument,provision,code,modality,force,note', ...rows].join('\n')}\n`;
}
