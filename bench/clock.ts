/** User and system time of this process in seconds: a machine shared with others says little by the clock. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** A line at a time on stderr, too: the whole takes minutes, and what was measured should not be lost. Returns the line. */
export function note(line: string): string {
  process.stderr.write(`${line}\n`);
  return line;
}
