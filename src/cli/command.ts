import type { Command } from 'commander';

/** What a command does with its arguments and options, once loaded. */
export type Action = (
  positional: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  program: Command,
) => Promise<void>;

/** One row of the command table: `lexatlas --help`, `docs/cli.md` and shell completion are made from it. */
export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
  /** Values of `--format`; undefined where the command prints no data. */
  readonly formats?: readonly string[];
  /** `[flags, description, kind]`. */
  readonly options?: readonly (readonly [string, string, ('repeatable' | 'number')?])[];
  readonly examples: readonly string[];
  readonly load: () => Promise<Action>;
}
