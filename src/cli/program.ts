import { Command, InvalidArgumentError, Option } from 'commander';
import { commands } from './commands/index.js';

const EXAMPLES = `
Examples:
  $ lexatlas run --corpus my-laws            read, code, align, score and index a folder of laws
  $ lexatlas search "cross-border transfer" --limit 5
  $ lexatlas show 'GDPR 46(2)(c)'            a provision, its codes and its counterparts
  $ lexatlas align eu/gdpr-2016-679 in/dpdp-act-2023 --format csv
  $ lexatlas score --by pair                 divergence with its parts and interval

Every command takes --study DIR (default: LEXATLAS_STUDY, else ./study).
Exit codes: 0 done, 1 the input was at fault, 2 wrong usage. NO_COLOR is obeyed.`;

/** Returns the whole command line; each command loads its rooms only when it runs, so that `search` starts fast. */
export function buildProgram(): Command {
  const program = new Command('lexatlas')
    .description(
      'Comparative law on cross-border data flows: ingest, code, align, score and search laws and agreements',
    )
    .version('0.1.0')
    .showHelpAfterError('(lexatlas COMMAND --help shows what it takes)')
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  for (const spec of commands) {
    const command = program
      .command(spec.usage)
      .description(spec.summary)
      .option('--study <dir>', 'study folder (default: LEXATLAS_STUDY, else study)');
    if (spec.formats !== undefined) {
      command.addOption(new Option('--format <format>', 'how to print').choices([...spec.formats]));
    }
    for (const [flags, text, repeatable] of spec.options ?? []) {
      if (repeatable === 'repeatable') command.option(flags, text, collect);
      else if (repeatable === 'number') command.option(flags, text, wholeNumber);
      else command.option(flags, text);
    }
    command.addHelpText('after', `\nExamples:\n${spec.examples.map((e) => `  $ lexatlas ${e}`).join('\n')}`);
    command.exitOverride().action(async (...received: unknown[]) => {
      const positional = received.slice(0, -2);
      const options = received.at(-2) as Record<string, unknown>;
      await (await spec.load())(positional, options, program);
    });
  }
  return program;
}

function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('a whole number is wanted');
  return Number(value);
}
