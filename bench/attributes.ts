import { readFileSync } from 'node:fs';
import { attributeReader } from '../src/annotate/attributes/index.js';
import { quantities } from '../src/annotate/attributes/quantities/index.js';
import { reader } from '../src/annotate/cues.js';
import { readableUnits, type Unit } from '../src/annotate/units.js';
import { codebook } from '../src/codebook/index.js';
import type { Instrument } from '../src/model/index.js';
import { byEId, fullText } from '../src/text/provisions.js';
import { readCase } from '../test/annotate/build.js';
import { QUANTITY_CASES } from '../test/annotate/quantities.cases.js';
import { quantityWords } from '../test/annotate/quantities.js';
import { RULE_CASES } from '../test/annotate/rules.cases.js';
import { type GoldInstrument, loadGold } from './gold.js';
import { type Counts, compare, score, sum } from './measures.js';

/** One gold row with what the reader made of its unit. */
interface Reading {
  readonly gold: { readonly modality: string; readonly force: string };
  readonly read: { readonly modality: string; readonly force: string };
}

/**
 * Modality and force against gold, at the unit that gold names (of an article that is not cut further, the article), by language
 * and by instrument; addressee and quantities against our own tables.
 */
export async function benchAttributes(): Promise<string> {
  const gold = await loadGold();
  const lines = [
    'Gold was coded by careful reading with machine assistance. The rules were written with these texts at hand: unseen law will do worse.',
    '',
  ];
  if (gold.length === 0) lines.push('The shared corpus is not here: modality and force were not measured.');
  else lines.push(...goldTable(gold));
  const right = RULE_CASES.filter((c) => readCase(c).addressee === c.expected[2]).length;
  lines.push('', `addressee: ${right} of ${RULE_CASES.length} of our own cases (gold states none)`);
  const counts = sum(QUANTITY_CASES.map(quantityCounts));
  const { precision, recall, f1 } = score(counts);
  lines.push(
    `quantities: F1 ${rate(f1)} (precision ${rate(precision)}, recall ${rate(recall)}) over ${counts.hits + counts.missed} quantities in ${QUANTITY_CASES.length} of our own cases; kind, value, unit, bound and 'whichever' must all agree`,
  );
  return lines.join('\n');
}

function goldTable(gold: readonly GoldInstrument[]): string[] {
  const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'annotations/codebook.json');
  const read = gold.map((g) => ({ id: g.id, language: g.instrument.metadata.language, rows: readings(g, book) }));
  const languages = [...new Set(read.map((r) => r.language))];
  const rows = [
    line(
      'all',
      read.flatMap((r) => r.rows),
    ),
    ...languages.map((language) =>
      line(
        language,
        read.filter((r) => r.language === language).flatMap((r) => r.rows),
      ),
    ),
    ...read.map((r) => line(r.id, r.rows)),
  ];
  return [`${''.padEnd(38)}  rows  modality  force  soft: gold  read  both  usual`, ...rows];
}

function readings(g: GoldInstrument, book: ReturnType<typeof codebook>): Reading[] {
  const units = new Map(readableUnits(g.instrument).map((u) => [u.provision.eId, u]));
  const cues = reader(book, g.instrument.metadata.language);
  const attributesOf = attributeReader(g.instrument);
  return g.rows.flatMap((row) => {
    const [eId] = row.eIds;
    const unit = eId === undefined ? null : (units.get(eId) ?? wholeUnit(g.instrument, eId));
    if (unit === null) return [];
    const evidence = cues(unit)
      .filter((f) => f.code === row.code)
      .map((f) => f.evidence);
    return [{ gold: row, read: attributesOf(unit, row.code, evidence) }];
  });
}

/** A unit that gold codes as a whole, though all its words stand in its parts. */
function wholeUnit(instrument: Instrument, eId: string): Unit | null {
  const provision = byEId(instrument).get(eId);
  if (provision === undefined) return null;
  const own = [{ ...provision.span, text: fullText(instrument, provision) }];
  return { provision, own, lead: [], headings: [] };
}

/** `usual` is what always guessing the most frequent modality of gold would give. */
function line(label: string, rows: readonly Reading[]): string {
  const share = (test: (r: Reading) => boolean): string => (rows.filter(test).length / rows.length).toFixed(3);
  const count = (test: (r: Reading) => boolean): string => String(rows.filter(test).length);
  const frequency = new Map<string, number>();
  for (const { gold } of rows) frequency.set(gold.modality, (frequency.get(gold.modality) ?? 0) + 1);
  const usual = (Math.max(...frequency.values()) / rows.length).toFixed(3);
  return [
    label.padEnd(38),
    String(rows.length).padStart(5),
    share((r) => r.gold.modality === r.read.modality).padStart(9),
    share((r) => r.gold.force === r.read.force).padStart(6),
    count((r) => r.gold.force === 'soft').padStart(11),
    count((r) => r.read.force === 'soft').padStart(5),
    count((r) => r.gold.force === 'soft' && r.read.force === 'soft').padStart(5),
    usual.padStart(6),
  ].join(' ');
}

function quantityCounts([text, expected, , country, language]: (typeof QUANTITY_CASES)[number]): Counts {
  const wanted = expected === '' ? [] : expected.split('; ');
  const found = quantities(text, { country: country ?? '', language: language ?? '' }).map(quantityWords);
  return compare(numbered(wanted), numbered(found));
}

/** A set of what may occur twice. */
function numbered(list: readonly string[]): Set<string> {
  return new Set(list.map((x, i) => `${x} ${list.slice(0, i).filter((y) => y === x).length}`));
}

const rate = (x: number | null): string => (x === null ? '–' : x.toFixed(3));
