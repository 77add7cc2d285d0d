import { type ScoreInput, score } from '../../src/score/index.js';

const SIDES = 60;
const DRAWS = 200;

/** Time for all pairs of 60 jurisdictions with 200 draws: the real law there is, dealt out again under made-up names until there are sixty. */
export function speedTable(machine: ScoreInput | null): string {
  if (machine === null) return 'speed: skipped, no shared corpus';
  const laws = machine.coded.filter((c) => c.instrument.metadata.kind !== 'agreement');
  const dealt = Array.from({ length: SIDES }, (_, i) => {
    const own = laws.filter((_law, n) => n % SIDES === i || (n * 7) % SIDES === i);
    const list = own.length > 0 ? own : laws.slice(i % laws.length, (i % laws.length) + 1);
    const name = `X${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`;
    return list.map(({ instrument, annotations }) => {
      const id = `${name}/${instrument.metadata.id}`;
      const metadata = { ...instrument.metadata, id, jurisdictions: [name], repealed: null };
      const moved = annotations.map((a) => ({ ...a, provision: { ...a.provision, instrument: id } }));
      return { instrument: { ...instrument, metadata }, annotations: moved };
    });
  }).flat();
  const started = performance.now();
  const { divergences } = score({
    ...machine,
    coded: dealt,
    covered: dealt.map((c) => c.instrument.metadata),
    between: 'jurisdictions',
    draws: DRAWS,
  });
  const seconds = (performance.now() - started) / 1000;
  const pairs = divergences.filter((d) => d.scope === 'all').length;
  return `All pairs of ${SIDES} jurisdictions, ${DRAWS} draws, every scope: ${pairs} pairs, ${divergences.length} figures in ${seconds.toFixed(1)} s (goal: 60 s)`;
}
