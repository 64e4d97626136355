/** The command line: commander specs with lazy bodies, and the only catch. */
import { Command, CommanderError, Option } from 'commander';
import type { GlobalFlags } from './commands/context.ts';
import type { DraftAct } from './commands/draft.ts';
import { EXIT, isStop } from './errors.ts';
import { clean } from './gate.ts';
import { err, type Io, out } from './io.ts';
import { configFile, homes } from './journal/paths.ts';
import { chosenLang } from './journal/settings.ts';
import { AUTHOR } from './locales/catalogue.ts';
import type { AuthorTexts, Tongue } from './locales/texts.ts';
import { chooseTongue } from './locales/tongue.ts';
import { nearest } from './playbook/nearest.ts';

/** What `svalka test` is asked for instead of playing scripts. */
interface CourseTests {
  readonly walk?: boolean;
  readonly random?: string;
}

/** How a command leaves its exit code behind for {@link main}. */
type Done = (code: number) => void;

/**
 * Runs one command line.
 * @param argv the arguments alone, without node and the script
 * @returns the exit code; see EXIT
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const tongue = chooseTongue(
    flagOf(argv, '--lang'),
    io.env,
    chosenLang(configFile(homes(io.env, io.platform))),
  );
  const texts = AUTHOR[tongue];
  let code: number = EXIT.ok;
  const program = makeProgram(io, texts, (done) => {
    code = done;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (isStop(error)) {
      if (error.message) err(io, error.message);
      return error.code;
    }
    if (error instanceof CommanderError) return usage(io, texts, error, program);
    err(io, texts.unexpected(clean(error instanceof Error ? error.message : String(error))));
    if (io.env.SVALKA_DEBUG && error instanceof Error) err(io, clean(error.stack ?? ''));
    return EXIT.cannot;
  }
}

/** The help of `svalka` itself, for the lookup bundle. */
export function helpText(tongue: Tongue, io: Io): string {
  const texts = AUTHOR[tongue];
  return `${makeProgram(io, texts, () => {}).helpInformation()}${epilogue(texts)}\n`;
}

function flagOf(argv: readonly string[], name: string): string | null {
  const at = argv.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at === -1) return null;
  const [, value] = (argv[at] as string).split('=');
  return value ?? argv[at + 1] ?? null;
}

function makeProgram(io: Io, texts: AuthorTexts, done: Done): Command {
  const { help } = texts;
  const titles: Record<string, string> = {
    'Usage:': help.usage,
    'Commands:': help.commands,
    'Options:': help.options,
    'Arguments:': help.arguments,
    'Global Options:': help.globalOptions,
  };
  const program = new Command('svalka');
  program
    .description(help.tagline)
    .usage('[command] [options]')
    .version(io.version, '-V, --version', help.option.version)
    .helpOption('-h, --help', help.option.help)
    .helpCommand('help [command]', help.command.help)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => out(io, text),
      // Errors are said by `usage`, in the reader's language.
      writeErr: () => {},
    })
    .exitOverride()
    .addOption(new Option('--lang <code>', help.option.lang))
    .addOption(new Option('--playbooks <dir>', help.option.playbooks))
    .addOption(new Option('--plain', help.option.plain))
    .addOption(new Option('--no-color', help.option.noColor))
    .addHelpText('after', () => epilogue(texts))
    .action(async (flags: GlobalFlags, command: Command) => {
      const [unknown] = command.args;
      if (unknown !== undefined) return command.error(unknown, { code: 'commander.unknownCommand' });
      const { home } = await import('./commands/home.ts');
      done(await home(io, flags));
    });
  program.allowExcessArguments();

  const own = (command: Command): GlobalFlags => command.optsWithGlobals();
  program
    .command('practice')
    .description(help.command.practice)
    .argument('[scenario]', help.argument.scenario)
    .option('--seed <n>', help.option.seed)
    .option('--resume', help.option.resume)
    .option('--due', help.option.due)
    .option('--write', help.option.write)
    .option('--choose', help.option.choose)
    .option('--script <file>', help.option.script)
    .option('--record <file>', help.option.record)
    .option('--record-words', help.option.recordWords)
    .option('--journal-words', help.option.journalWords)
    .action(async (scenario: string | undefined, _flags, command: Command) => {
      const { practice } = await import('./commands/practice.ts');
      done(await practice(io, scenario, own(command)));
    });
  program
    .command('coach')
    .description(help.command.coach)
    .argument('[playbook]', help.argument.playbook)
    .option('--channel <channel>', help.option.channel)
    .option('--journal', help.option.journal)
    .action(async (playbook: string | undefined, _flags, command: Command) => {
      const { coach } = await import('./commands/coach.ts');
      done(await coach(io, playbook, own(command)));
    });
  program
    .command('threat')
    .description(help.command.threat)
    .argument('[words...]', help.argument.heard)
    .option('--json', help.option.json)
    .option('--batch <file>', help.option.batch)
    .option('--copy', help.option.copy)
    .option('--explain', help.option.explain)
    .action(async (words: string[], _flags, command: Command) => {
      const { threat } = await import('./commands/threat.ts');
      done(await threat(io, words, own(command)));
    });
  program
    .command('review')
    .description(help.command.review)
    .argument('[words...]', help.argument.said)
    .option('--file <file>', help.option.file)
    .option('--json', help.option.json)
    .option('--batch <file>', help.option.batch)
    .action(async (words: string[], _flags, command: Command) => {
      const { review } = await import('./commands/review.ts');
      done(await review(io, words, own(command)));
    });
  program
    .command('check')
    .description(help.command.check)
    .argument('[paths...]', help.argument.paths)
    .option('--format <format>', help.option.checkFormat, 'pretty')
    .option('--strict', help.option.strict)
    .option('--explain <rule>', help.option.explainRule)
    .option('--config <file>', help.option.config)
    .option('--baseline <file>', help.option.baseline)
    .option('--update-baseline', help.option.updateBaseline)
    .option('--update-translations', help.option.updateTranslations)
    .action(async (paths: string[], _flags, command: Command) => {
      const { check } = await import('./commands/check.ts');
      done(await check(io, paths, own(command)));
    });
  program
    .command('test')
    .description(help.command.test)
    .argument('[scripts...]', help.argument.scripts)
    .option('--format <format>', help.option.testFormat, 'pretty')
    .option('--filter <text>', help.option.filter)
    .option('--fail-fast', help.option.failFast)
    .option('--update', help.option.update)
    .option('--watch', help.option.watch)
    .option('--coverage', help.option.coverage)
    .option('--min <n>', help.option.min)
    .option('--walk', help.option.walk)
    .option('--random <n>', help.option.random)
    .option('--seed <n>', help.option.seed)
    .action(async (scripts: string[], { walk, random }: CourseTests, command: Command) => {
      if (walk) {
        const { testWalk } = await import('./commands/test-walk.ts');
        return done(await testWalk(io, scripts, own(command)));
      }
      if (random !== undefined) {
        const { testRandom } = await import('./commands/test-random.ts');
        return done(await testRandom(io, scripts, own(command)));
      }
      const { test } = await import('./commands/test.ts');
      done(await test(io, scripts, own(command)));
    });
  const drafting = async (asked: DraftAct) => {
    const { draft } = await import('./commands/draft.ts');
    done(await draft(io, asked));
  };
  const draft = groupOf(program, 'draft', help.command.draft, (command) =>
    drafting({ act: 'list', flags: own(command) }),
  );
  draft
    .command('new')
    .description(help.command.draftNew)
    .option('--file <file>', help.option.draftFile)
    .option('--text <file>', help.option.draftText)
    .option('--at <when>', help.option.at)
    .option('--keep <days>', help.option.keep)
    .action(async (_flags, command: Command) => {
      await drafting({ act: 'new', flags: own(command) });
    });
  draft
    .command('list')
    .description(help.command.draftList)
    .option('--json', help.option.json)
    .action(async (_flags, command: Command) => {
      await drafting({ act: 'list', flags: own(command) });
    });
  draft
    .command('show')
    .description(help.command.draftShow)
    .argument('<id>', help.argument.draft)
    .option('--json', help.option.json)
    .action(async (id: string, _flags, command: Command) => {
      await drafting({ act: 'show', id, flags: own(command) });
    });
  draft
    .command('edit')
    .description(help.command.draftEdit)
    .argument('<id>', help.argument.draft)
    .option('--text <file>', help.option.draftText)
    .action(async (id: string, _flags, command: Command) => {
      await drafting({ act: 'edit', id, flags: own(command) });
    });
  draft
    .command('ready')
    .description(help.command.draftReady)
    .argument('<id>', help.argument.draft)
    .option('--now', help.option.now)
    .option('--reason <text>', help.option.reason)
    .option('--copy', help.option.copyText)
    .action(async (id: string, _flags, command: Command) => {
      await drafting({ act: 'ready', id, flags: own(command) });
    });
  draft
    .command('discard')
    .description(help.command.draftDiscard)
    .argument('<id>', help.argument.draft)
    .option('--yes', help.option.yes)
    .action(async (id: string, _flags, command: Command) => {
      await drafting({ act: 'discard', id, flags: own(command) });
    });
  const where = async (command: Command) => {
    const { dataWhere } = await import('./commands/data.ts');
    done(dataWhere(io, own(command)));
  };
  const data = groupOf(program, 'data', help.command.data, where);
  data
    .command('where')
    .description(help.command.dataWhere)
    .action((_flags, command: Command) => where(command));
  data
    .command('export')
    .description(help.command.dataExport)
    .action(async (_flags, command: Command) => {
      const { dataExport } = await import('./commands/data.ts');
      done(dataExport(io, own(command)));
    });
  data
    .command('wipe')
    .description(help.command.dataWipe)
    .option('--yes', help.option.yes)
    .action(async (_flags, command: Command) => {
      const { dataWipe } = await import('./commands/data.ts');
      done(await dataWipe(io, own(command)));
    });
  program
    .command('progress')
    .description(help.command.progress)
    .option('--json', help.option.json)
    .option('--html <file>', help.option.html)
    .option('--export <format>', help.option.export)
    .action(async (_flags, command: Command) => {
      const { progress } = await import('./commands/progress.ts');
      done(await progress(io, own(command)));
    });
  program
    .command('list')
    .description(help.command.list)
    .option('--json', help.option.json)
    .action(async (_flags, command: Command) => {
      const { list } = await import('./commands/list.ts');
      done(await list(io, own(command)));
    });
  program
    .command('show')
    .description(help.command.show)
    .argument('<id>', help.argument.id)
    .argument('[step]', help.argument.step)
    .action(async (id: string, step: string | undefined, _flags, command: Command) => {
      const { show } = await import('./commands/show.ts');
      done(await show(io, id, step, own(command)));
    });
  program
    .command('graph')
    .description(help.command.graph)
    .argument('<id>', help.argument.id)
    .option('--format <format>', help.option.format, 'mermaid')
    .action(async (id: string, _flags, command: Command) => {
      const { graph } = await import('./commands/graph.ts');
      done(await graph(io, id, own(command)));
    });
  finish(program, help.option.help);
  return program;
}

/**
 * A command with commands of its own.
 * @param alone what it does without one of them
 */
function groupOf(
  program: Command,
  name: string,
  description: string,
  alone: (command: Command) => Promise<void>,
): Command {
  return program
    .command(name)
    .description(description)
    .helpCommand(false)
    .action(async (_flags, command: Command) => {
      const [unknown] = command.args;
      if (unknown === undefined) return alone(command);
      const near = nearest(
        unknown,
        command.commands.map((one) => one.name()),
      );
      command.error(`'${unknown}'${near ? ` (Did you mean ${near}?)` : ''}`, {
        code: 'commander.unknownCommand',
      });
    });
}

/** What all commands have in common, those of a group too. */
function finish(group: Command, helpOf: string): void {
  for (const command of group.commands) {
    // What is too much for a group is a command that it does not have.
    command.helpOption('-h, --help', helpOf).allowExcessArguments(command.commands.length > 0);
    finish(command, helpOf);
  }
}

function epilogue({ help }: AuthorTexts): string {
  const examples = [
    'svalka practice late-parcel --lang sv',
    'svalka threat "jag ska prata med din chef"',
    'svalka coach heart --lang nb',
    'svalka review "Jag förstår att du är arg, men …"',
    'svalka show manager',
    'svalka graph heart --format dot',
  ];
  const exits = help.exits.map(([code, text]) => `  ${String(code).padEnd(4)} ${text}`);
  return ['', help.examples, ...examples.map((one) => `  ${one}`), '', help.exitCodes, ...exits].join('\n');
}

/** A usage error in the reader's language, with what was meant; asking for help is none. */
function usage(io: Io, { help }: AuthorTexts, error: CommanderError, program: Command): number {
  const { usageError } = help;
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? error.message.replace(/^error: /, '');
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1];
  const names = program.commands.map((command) => command.name());
  const suggestion = meant ?? (error.code === 'commander.unknownCommand' ? nearest(quoted, names) : '');
  const say = (text: string) =>
    err(
      io,
      `svalka: ${text}${suggestion ? ` ${usageError.didYouMean} ${suggestion}?` : ''} ${usageError.seeHelp}`,
    );
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return EXIT.ok;
    case 'commander.unknownCommand':
      say(`${usageError.unknownCommand} ${clean(quoted)}.`);
      break;
    case 'commander.unknownOption':
      say(`${usageError.unknownOption} ${clean(quoted)}.`);
      break;
    case 'commander.missingArgument':
      say(`${usageError.missingArgument} ${clean(quoted)}.`);
      break;
    case 'commander.optionMissingArgument':
      say(`${usageError.missingValue} ${clean(quoted)}.`);
      break;
    case 'commander.excessArguments':
      say(usageError.tooManyArguments);
      break;
    default:
      say(clean(error.message));
  }
  return EXIT.cannot;
}
