import type { Command } from 'commander';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';

/** Prints a completion script that knows every command and its options. */
export const completionCommand: Action = async ([shell], _options, program) => {
  const write = SHELLS[String(shell)];
  if (write === undefined)
    throw new InputError(`No completion for '${shell}'.`, `Ask for one of: ${Object.keys(SHELLS).join(', ')}.`);
  process.stdout.write(write(program));
};

const SHELLS: Readonly<Record<string, (program: Command) => string>> = { bash, zsh, fish };

function bash(program: Command): string {
  const cases = program.commands.map((c) => `    ${c.name()}) words="${flags(c).join(' ')}" ;;`).join('\n');
  return `_lexatlas() {
  local words="${names(program).join(' ')}"
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${names(program).join(' ')}"
  COMPREPLY=($(compgen -o default -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _lexatlas lexatlas
`;
}

function zsh(program: Command): string {
  return `#compdef lexatlas\nautoload -U +X bashcompinit && bashcompinit\n${bash(program)}`;
}

function fish(program: Command): string {
  const lines = program.commands.flatMap((c) => [
    `complete -c lexatlas -n __fish_use_subcommand -a ${c.name()} -d '${c.summary() || c.description().replaceAll("'", '’')}'`,
    ...flags(c).map((f) => `complete -c lexatlas -n '__fish_seen_subcommand_from ${c.name()}' -l ${f.slice(2)}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function names(program: Command): string[] {
  return program.commands.map((c) => c.name());
}

function flags(command: Command): string[] {
  return command.options.flatMap((o) => (o.long === undefined || o.long === null ? [] : [o.long]));
}
