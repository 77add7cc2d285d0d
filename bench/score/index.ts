import { loadCoder } from '../../src/cli/crew/coder.js';
import { statementsTable } from './known.js';
import { tensionsTable } from './pulling.js';
import { speedTable } from './speed.js';
import { goldCoded, machineCoded } from './texts.js';

/** Known groups, tensions that must be found, and the time for all pairs of 60 jurisdictions. */
export async function benchScore(): Promise<string> {
  const machine = await machineCoded();
  const gold = await goldCoded(loadCoder({}).codebook);
  return [statementsTable(machine, gold), tensionsTable(machine), speedTable(machine)].join('\n\n');
}
