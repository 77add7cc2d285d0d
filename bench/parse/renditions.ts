import type { Instrument, Provision } from '../../src/model/index.js';
import { ancestry, byEId } from '../../src/text/provisions.js';

/** A corpus file and what was read from it. */
export interface ReadFile {
  readonly file: string;
  readonly instrument: Instrument;
}

/** Renditions of one law (issue 3): the first is the one that the others are compared with. */
const LAWS: readonly (readonly [name: string, ...files: string[]])[] = [
  ['GDPR', 'eu/gdpr-2016-679.oj.en.xhtml', 'eu/gdpr-2016-679'],
  ['LED', 'eu/led-2016-680.oj.en.xhtml', 'eu/led-2016-680'],
  ['e-Evidence', 'eu/e-evidence-2023-1543.consolidated.en.html', 'eu/e-evidence-2023-1543'],
  ['PIPEDA', 'ca/pipeda.en.xml', 'ca/pipeda'],
  ['LGPD', 'br/lgpd-13709-2018.pt.html', 'br/lgpd-13709-2018'],
  ['DPA 2018', 'gb/dpa-2018.enacted.clml.xml.gz', 'gb/dpa-2018'],
  ['CCPA', 'us/ccpa.en.txt', 'us/ccpa'],
  ['DPDP', 'in/dpdp-act-2023.txt', 'in/dpdp-act-2023.'],
];

/** Why a rendition lacks units, and rightly so. */
const KNOWN: Readonly<Record<string, string>> = {
  'statutes/us/ccpa.en.json':
    'an edition of before 2025, when 1798.136 was added and 1798.155, .160 and .185 were cut anew',
  'statutes/gb/dpa-2018.current.clml.xml': 'the text as in force, 2026: schedule 6 and some sections are gone',
  'statutes/ca/pipeda.fr.xml': 'its French says in one sentence what the English says in points',
};

/** Appendices that the publisher adds (amendments not in force, related provisions of other laws) are in one rendition only. */
function isPublishers(instrument: Instrument, provision: Provision): boolean {
  return ancestry(instrument, provision).some((p) => p.kind === 'appendix' && p.num === null);
}

/** For each law and rendition: the share of the first rendition's top-level units found under the same eId and citation. */
export function renditionAgreement(files: readonly ReadFile[]): string[] {
  const out: string[] = [];
  for (const [name, base = '', stem = ''] of LAWS) {
    const first = files.find((f) => f.file.includes(base));
    if (first === undefined) continue;
    for (const other of files.filter((f) => f !== first && f.file.includes(`/${stem}`))) {
      const top = (i: Instrument): Provision[] =>
        i.provisions.filter((p) => p.tier === 'basic' && p.status !== 'quoted' && !isPublishers(i, p));
      const mine = top(first.instrument);
      const theirs = byEId(other.instrument);
      const missing = mine.filter((p) => theirs.get(p.eId)?.citation !== p.citation);
      const cited = new Set(other.instrument.provisions.map((p) => p.citation));
      const inner = first.instrument.provisions.filter(
        (p) => p.citation !== null && p.tier !== 'front' && !isPublishers(first.instrument, p),
      );
      const same = inner.filter((p) => cited.has(p.citation)).length;
      // A term is cited by its words (ADR 23), which are others in another language and after an amendment.
      const terms = inner.filter((p) => !cited.has(p.citation) && /\[\D[^\]]*\]/u.test(p.citation ?? '')).length;
      const known = KNOWN[other.file];
      out.push(
        `${name.padEnd(11)} ${other.file.padEnd(58)} top-level ${share(mine.length - missing.length, mine.length)}  all citations ${share(same, inner.length)}${terms === 0 ? '' : `, ${terms} of the others below terms that it words otherwise`}${
          missing.length === 0
            ? ''
            : `  missing ${missing
                .slice(0, 8)
                .map((p) => p.eId)
                .join(' ')}`
        }${known === undefined ? '' : ` (${known})`}`,
      );
    }
  }
  return out.length === 0 ? [] : ['Renditions against the first of each law: same eId and citation', ...out];
}

function share(part: number, whole: number): string {
  return `${part}/${whole} ${((100 * part) / whole).toFixed(1)} %`;
}
