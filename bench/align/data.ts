import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { profile } from '../../src/align/profile.js';
import { ingest } from '../../src/ingest/index.js';
import type { ClauseAnnotation, CodedInstrument, Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { byEId } from '../../src/text/provisions.js';

/** Codes an instrument: the machine, the gold, or nobody. */
export type Coder = (instrument: Instrument) => readonly ClauseAnnotation[] | Promise<readonly ClauseAnnotation[]>;

/** One gold pair of instruments: citations of left units with the right ones and their relation; empty maps are `none`. */
export interface GoldPair {
  readonly left: CodedInstrument;
  readonly right: CodedInstrument;
  readonly gold: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const CORPUS = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const FILES: Readonly<Record<string, readonly [file: string, language: string]>> = {
  'eu/gdpr-2016-679': ['statutes/eu/gdpr-2016-679.consolidated.en.html', 'en'],
  'eu/dpd-95-46': ['statutes/eu/dpd-95-46.oj.en.html', 'en'],
  'in/dpdp-act-2023': ['statutes/in/dpdp-act-2023.txt', 'en'],
  'br/lgpd-13709-2018': ['statutes/br/lgpd-13709-2018.pt.html', 'pt'],
  'cn/pipl-2021': ['statutes/cn/pipl-2021.zh.md', 'zh'],
  'tota/54': ['agreements/tota/pta_54.xml', 'en'],
  'tota/159': ['agreements/tota/pta_159.xml', 'en'],
  'tota/449': ['agreements/tota/pta_449.xml', 'en'],
  'tw/pdpa-2023': ['statutes/tw/pdpa-2023.zh.json', 'zh'],
  'cn/network-data-regulations-2024': ['statutes/cn/network-data-regulations-2024.zh.md', 'zh'],
  'kr/pipa': ['statutes/kr/pipa.ko.md', 'ko'],
  'sg/pdpa-2012': ['statutes/sg/pdpa-2012.json', 'en'],
  'rw/dpp-58-2021': ['statutes/rw/dpp-58-2021.en.json', 'en'],
  'ke/dpa-2019': ['statutes/ke/dpa-2019.json', 'en'],
  'co/ley-1581-2012': ['statutes/co/ley-1581-2012.es.json', 'es'],
  'mx/lfpdppp-2025': ['statutes/mx/lfpdppp-2025.es.json', 'es'],
  'uy/ley-18331': ['statutes/uy/ley-18331.es.md', 'es'],
  'eu/led-2016-680': ['statutes/eu/led-2016-680.oj.en.xhtml', 'en'],
  'gh/dpa-2012': ['statutes/gh/dpa-2012.json', 'en'],
  'ph/dpa-2012': ['statutes/ph/dpa-2012.json', 'en'],
  'ch/fadp-2020': ['statutes/ch/fadp-2020.en.json', 'en'],
  'ar/ley-25326': ['statutes/ar/ley-25326.es.md', 'es'],
  'zm/dpa-2021': ['statutes/zm/dpa-2021.md', 'en'],
  'id/law-27-2022-pdp': ['statutes/id/law-27-2022-pdp.id.md', 'id'],
  'tr/kvkk-6698': ['statutes/tr/kvkk-6698.tr.json', 'tr'],
  'tota/387': ['agreements/tota/pta_387.xml', 'en'],
  'tota/145': ['agreements/tota/pta_145.xml', 'en'],
  'tota/327': ['agreements/tota/pta_327.xml', 'en'],
  'tota/417': ['agreements/tota/pta_417.xml', 'es'],
  'treaty/gbr-jpn-cepa-2020': ['agreements/gbr-jpn-cepa-2020.txt', 'en'],
  'treaty/wto-jsi-ecommerce-2024': ['agreements/wto-jsi-ecommerce-2024.md', 'en'],
};
/** Pairs read for training alone (`annotations/pairs/README.md`). */
const READINGS = 'annotations/pairs/readings.csv';

/** The pairs of the development alignments whose texts are here, read and coded by `code`; null without the shared folder. */
export function loadPairs(code: Coder): Promise<readonly GoldPair[] | null> {
  return load(join(dirname(CORPUS), 'gold', 'dev', 'alignments.csv'), code);
}

/** The pairs that a machine reader read for training; they teach and nothing is measured against them. */
export async function loadReadings(code: Coder): Promise<readonly GoldPair[]> {
  return (await load(READINGS, code)) ?? [];
}

async function load(file: string, code: Coder): Promise<readonly GoldPair[] | null> {
  if (!existsSync(file)) return null;
  const rows = parseCsv(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
  const read = new Map<string, CodedInstrument>();
  const get = async (id: string): Promise<CodedInstrument | null> => {
    const known = read.get(id);
    if (known !== undefined) return known;
    const [path, language] = FILES[id] ?? ['', ''];
    if (path === '' || !existsSync(join(CORPUS, path))) return null;
    const source = await ingest({ path, bytes: readFileSync(join(CORPUS, path)), provenance: null });
    const parsed = parse(source);
    const instrument = { ...parsed, metadata: { ...parsed.metadata, id, language } };
    const coded = { instrument, annotations: await code(instrument) };
    read.set(id, coded);
    return coded;
  };
  const pairs: GoldPair[] = [];
  for (const leftId of new Set(rows.map((r) => r.left_instrument ?? ''))) {
    const mine = rows.filter((r) => r.left_instrument === leftId);
    const left = await get(leftId);
    const right = await get(mine[0]?.right_instrument ?? '');
    if (left === null || right === null) continue;
    const gold = new Map<string, Map<string, string>>();
    for (const r of mine) {
      const links = gold.get(r.left_provision ?? '') ?? new Map<string, string>();
      if (r.right_provision) links.set(r.right_provision, r.relation ?? '');
      gold.set(r.left_provision ?? '', links);
    }
    pairs.push({ left, right, gold });
  }
  return pairs;
}

/** The gold's codes of an instrument as annotations, at the unit each names or the nearest that holds it; empty where it has no gold. */
export const goldCoder: Coder = (instrument) => {
  const { id } = instrument.metadata;
  const file = join(dirname(CORPUS), 'gold', 'dev', `${id.replace('/', '__')}.csv`);
  if (!existsSync(file)) return [];
  const rows = parseCsv(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
  const byCitation = new Map(
    instrument.provisions.flatMap((p) => (p.citation === null ? [] : [[p.citation, p.eId] as const])),
  );
  const map = byEId(instrument);
  return rows.flatMap((r): ClauseAnnotation[] => {
    let cited = r.provision ?? '';
    while (cited !== '' && !byCitation.has(cited)) cited = cited.replace(/\([^()]*\)$|[^()]+$/u, '');
    const unit = map.get(byCitation.get(cited) ?? '');
    if (unit === undefined) return [];
    return [
      {
        provision: { instrument: id, eId: unit.eId },
        code: r.code ?? '',
        annotator: 'human:gold',
        modality: (r.modality ?? 'statement') as ClauseAnnotation['modality'],
        force: r.force === 'soft' ? 'soft' : 'hard',
        addressee: 'other',
        quantities: [],
        evidence: [],
        confidence: 1,
        span: unit.span,
      },
    ];
  });
};

const NO_LINKS: ReadonlyMap<string, string> = new Map();

/** Two laws of different kinds as a pair in which no uncoded provision has a counterpart; what is coded may be a rule on data in common. */
export function apart(left: CodedInstrument, right: CodedInstrument): GoldPair {
  const units = profile(left).units.filter((u) => u.codes.size === 0);
  return { left, right, gold: new Map(units.map(({ unit }) => [unit.citation ?? unit.eId, NO_LINKS])) };
}
