import type { Action } from '../command.js';

/** Prints the reference of every command as Markdown: what `--help` says, one section a command. */
export const docsCommand: Action = async (_positional, _options, program) => {
  const sections = program.commands.map((command) => {
    const help: string[] = [];
    command.configureOutput({ writeOut: (text) => help.push(text) });
    command.configureHelp({ helpWidth: 100 });
    command.outputHelp();
    return `## lexatlas ${command.name()}\n\n\`\`\`text\n${help.join('').trimEnd()}\n\`\`\`\n`;
  });
  process.stdout.write(
    `# Commands\n\nMade with \`lexatlas docs > docs/cli.md\`; a test holds it against the program.\n\n${sections.join('\n')}`,
  );
};
