import { parseArgs } from 'node:util';
import { systemExit, CliRefused, type Command } from '#app/platform/cli/command.server.ts';
import { commands } from '#app/commands.server.ts';

/** `npm run convite -- <command>`: result as JSON on stdout; exit 0 done, 1 refused, 2 broken environment. */

const usage = (name: string, command: Command) =>
  `convite ${name} ${command.usage}\n  ${command.help}\n`;

async function main(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || name === '--help' || name === 'help') {
    process.stdout.write(
      `Uso: npm run convite -- <comando>\n\n${Object.entries(commands)
        .map(([key, command]) => usage(key, command))
        .join('\n')}`,
    );
    return;
  }
  const key = commands[`${name} ${rest[0] ?? ''}`] ? `${name} ${rest[0] ?? ''}` : name;
  const command = commands[key];
  if (!command) throw new CliRefused(`No existe el comando «${name}». Mira --help.`);
  const given = key === name ? rest : rest.slice(1);
  if (given.includes('--help')) {
    process.stdout.write(usage(key, command));
    return;
  }
  let parsed;
  try {
    parsed = parseArgs({
      args: given,
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new CliRefused(error instanceof Error ? error.message : String(error));
  }
  const result = await command.run({
    values: parsed.values,
    positionals: parsed.positionals,
    progress: (text) => process.stderr.write(`${text}\n`),
  });
  process.stdout.write(`${JSON.stringify(result.output, null, 2)}\n`);
  if (result.failed) process.exitCode = 1;
}

main().then(
  () => systemExit(process.exitCode ?? 0),
  (error: unknown) => systemExit(error),
);
