// Known weaknesses of what is shipped, by `npm audit`; ends with 1 where there is one. Where the registry does not answer (offline, or a mirror that takes no such
// questions), it says so loudly and ends with 0: an unanswered question is no finding. `advisories.mjs FILE` reads an answer from a file, for the test.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ASKED_MS = 60_000;
const answer = process.argv[2] === undefined ? ask() : readFileSync(process.argv[2], 'utf8');
const { metadata, vulnerabilities = {}, message } = parsed(answer);
if (metadata?.vulnerabilities === undefined) {
  process.stderr.write(
    `SKIPPED: npm audit was not answered (${message ?? 'no answer'}); known weaknesses were NOT looked for. Run it where the registry itself is reached.\n`,
  );
} else {
  const found = Object.values(vulnerabilities).map(({ name, severity, range }) => `${severity} ${name} ${range}`);
  process.stdout.write(`${found.length} packages with known weaknesses\n${found.map((line) => `${line}\n`).join('')}`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

function ask() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8', timeout: ASKED_MS });
  return stdout ?? '';
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
