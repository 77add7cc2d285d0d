import { parseQuery, resolveCitation, toFts } from '../src/search/index.js';
import { openStudy } from '../src/store/index.js';

const QUERIES = [
  'cross-border transfer',
  '"third country"',
  'localiz* OR "computing facilities"',
  'consent -child',
  'heading:penalties',
];
const PASSES = 5;

/** Returns a table: milliseconds to open the study, to look up a citation, and the median of 5 passes for each query, with its best hit. */
export async function benchSearch(): Promise<string> {
  const startedMs = performance.now();
  const store = openStudy(process.env.LEXATLAS_STUDY ?? 'study', 'read');
  try {
    const lines = [`open (${store.driver})\t${(performance.now() - startedMs).toFixed(1)} ms`];
    const lookupMs = performance.now();
    const [cited] = resolveCitation('GDPR 46(2)(c)', store.instruments());
    const found = cited?.citation == null ? [] : store.cited(cited.instrument, cited.citation);
    lines.push(`GDPR 46(2)(c)\t${(performance.now() - lookupMs).toFixed(1)} ms\t${found[0] ?? 'not found'}`);
    for (const typed of QUERIES) {
      const times: number[] = [];
      let best = 'nothing';
      for (let pass = 0; pass < PASSES; pass += 1) {
        const beganMs = performance.now();
        const { hits, total } = store.find({ match: toFts(parseQuery(typed)), limit: 10 });
        times.push(performance.now() - beganMs);
        best =
          hits[0] === undefined ? 'nothing' : `${hits[0].instrument} ${hits[0].citation ?? hits[0].eId} of ${total}`;
      }
      lines.push(`${typed}\t${(times.sort((a, b) => a - b)[Math.floor(PASSES / 2)] ?? 0).toFixed(1)} ms\t${best}`);
    }
    return lines.join('\n');
  } finally {
    store.close();
  }
}
