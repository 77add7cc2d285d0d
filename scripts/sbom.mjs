// Prints the bill of materials (CycloneDX) of what is installed for use. `npm sbom --omit=dev` leaves out packages that a developer's tool needs too
// (commander among them), so all are asked for and those that only developers need, by the lock file, are taken out.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const argv = ['sbom', '--sbom-format=cyclonedx'];
const bom = JSON.parse(execFileSync('npm', argv, { cwd: ROOT, encoding: 'utf8', maxBuffer: 256 << 20 }));
const pathOf = (c) => c.properties?.find((p) => p.name === 'cdx:npm:package:path')?.value ?? '';
const components = bom.components.filter((c) => packages[pathOf(c)]?.dev !== true);
const kept = new Set([bom.metadata.component['bom-ref'], ...components.map((c) => c['bom-ref'])]);
const dependencies = bom.dependencies
  .filter((d) => kept.has(d.ref))
  .map((d) => ({ ...d, dependsOn: d.dependsOn?.filter((ref) => kept.has(ref)) }));
process.stdout.write(`${JSON.stringify({ ...bom, components, dependencies }, null, 2)}\n`);
