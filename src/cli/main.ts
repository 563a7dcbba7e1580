import { Command, CommanderError, Option } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { FORMS } from '../compare/comparison.ts';
import { CHECK_FORMATS } from './check-formats.ts';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DiffOptions } from './diff-options.ts';
import { DIFF_FORMATS } from './diff-formats.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { TemplatesCopyOptions, TemplatesListOptions } from './commands/templates.ts';
import { processEnvironment, type Environment } from './environment.ts';
import { EXIT, UsageError } from './exit-code.ts';

// For scripts/code-cache.js, which has no browser that prints.
export { finishSample } from '../render/pdf/load.ts';

const VERSION = packageFile.version;

/**
 * Runs the program with the arguments after its name. Returns the exit code; prints every fault as a message, and a
 * stack trace only under `--debug`. Each command's module is loaded only when it is asked for.
 */
export async function run(
  argv: readonly string[],
  environment: Environment = processEnvironment(),
): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = commandLine(environment, (code) => (exitCode = code));
  try {
    await program.parseAsync(withoutHelpCommand(argv, program), { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFault(error, argv.includes('--debug'), environment);
  }
}

/** Turns `help build` into `build --help`, and `help bulid` into the fault that `bulid` is everywhere else. */
function withoutHelpCommand(argv: readonly string[], program: Command): readonly string[] {
  const [first, second, third] = argv;
  if (first !== 'help') return argv;
  if (second === undefined) return ['--help'];
  const command = program.commands.find((one) => one.name() === second);
  if (command === undefined) return [second];
  const inner = command.commands.find((one) => one.name() === third)?.name();
  return [second, ...(inner === undefined ? [] : [inner]), '--help'];
}

function commandLine(environment: Environment, end: (code: number) => void): Command {
  const { output } = environment;
  const program = new Command('cip-report')
    .description(
      "Board-ready reports on the children's social-care workforce, built from a data repo and checked.",
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addOption(new Option('--debug', 'print a stack trace when the program itself fails'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        output.document(text);
      },
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) output.say(line);
      },
    })
    .showHelpAfterError('Run `cip-report --help` for the commands and their options.')
    .addHelpText(
      'after',
      examples([
        'cip-report check',
        'cip-report build',
        'cip-report build examples/luton',
        'cip-report explain agency_rate',
        'cip-report diff',
        'cip-report templates list',
        'cip-report doctor',
      ]),
    );

  addBuild(program, environment, end);
  addCheck(program, environment, end);
  addExplain(program, environment, end);
  addDiff(program, environment, end);
  addTemplates(program, environment, end);
  addDoctor(program, environment, end);
  return program;
}

/** Starts a command on the papers of a data repo, with the options by which they are chosen and read. */
function papersCommand(program: Command, name: string): Command {
  return program
    .command(name)
    .option('-m, --meeting <date>', "another meeting's papers, for instance 2021-04-19")
    .option('-w, --workstream <id>', 'only this workstream')
    .option('--as-of <date>', 'judge milestones and targets as of this date (default: the meeting)')
    .addOption(
      new Option('--encoding <name>', 'how the files are encoded')
        .choices(['utf-8', 'windows-1252'])
        .default('utf-8'),
    );
}

function addBuild(program: Command, environment: Environment, end: (code: number) => void): void {
  papersCommand(program, 'build')
    .description(
      "build the latest meeting's reports, and the board pack that joins them, as HTML, PDF and JSON",
    )
    .argument('[dir]', 'the data repo: the folder that holds cip-report.yaml', '.')
    .option('--all', 'every meeting of each workstream')
    .option('-o, --out <dir>', 'where the files go (default: out, in the data repo)')
    .option('--no-pack', 'no board pack of the reports of several workstreams')
    .option('--templates <dir>', 'a folder of template parts (.hbs) and styles (.css) of your own')
    .option('--no-pdf', 'make no PDF; no browser is needed')
    .option('--markdown', 'also as Markdown (.md), for a committee system or a pull request')
    .option('--markdown-summary', 'also the first page alone as Markdown (.summary.md)')
    .option('--browser <path>', 'the Chrome, Chromium or headless shell that makes the PDF')
    .addHelpText(
      'after',
      examples([
        'cip-report build',
        'cip-report build examples/luton --out papers',
        'cip-report build --meeting 2021-04-19 --as-of 2021-04-30',
        'cip-report build --all --no-pdf',
        'cip-report build --no-pdf --markdown-summary',
        'cip-report build --workstream workforce',
        'cip-report build --templates our-templates',
      ]),
    )
    .action(async (dir: string, options: BuildOptions) => {
      const { build } = await import('./commands/build.ts');
      end(await build(dir, options, { ...environment, version: VERSION }));
    });
}

function addCheck(program: Command, environment: Environment, end: (code: number) => void): void {
  papersCommand(program, 'check')
    .description('say everything that is found in the data, as `build` would, and publish nothing')
    .argument('[dir]', 'the data repo: the folder that holds cip-report.yaml', '.')
    .option('--all', 'every meeting of each workstream')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(CHECK_FORMATS).default('text'))
    .option(
      '--fail-on <gates>',
      'end with 1 on these too, beside errors, on which it always does: warning, note, red-risk, overdue, stale, target-missed, a code, a rule',
      repeated,
    )
    .option('--max-findings <n>', 'list so many findings, the gravest, and count the others')
    .addHelpText(
      'after',
      examples([
        'cip-report check',
        'cip-report check examples/luton --max-findings 5',
        'cip-report check --fail-on red-risk,overdue,stale',
        'cip-report check --fail-on warning --workstream workforce',
        'cip-report check --format sarif > check.sarif',
      ]),
    )
    .action(async (dir: string, options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      end(await check(dir, options, { ...environment, version: VERSION }));
    });
}

function addExplain(program: Command, environment: Environment, end: (code: number) => void): void {
  papersCommand(program, 'explain')
    .description('say where a figure, a risk, a state or a finding comes from; without a name, what there is')
    .argument(
      '[name]',
      'agency_rate, agency_rate@2021-02, agency[team=Duty], WFR1, rag, milestones.overdue, W104',
    )
    .argument('[dir]', 'the data repo: the folder that holds cip-report.yaml')
    .addOption(new Option('-f, --format <name>', 'what to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      examples([
        'cip-report explain',
        'cip-report explain agency_rate examples/luton',
        "cip-report explain 'agency[team=Assessment]' examples/programme --workstream workforce",
        'cip-report explain WFR1 --format json',
        'cip-report explain W104',
      ]),
    )
    .action(async (name: string | undefined, dir: string | undefined, options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.ts');
      end(await explain(name, dir, options, { ...environment, version: VERSION }));
    });
}

function addDiff(program: Command, environment: Environment, end: (code: number) => void): void {
  papersCommand(program, 'diff')
    .description(
      'say what really changed between two data periods, meetings, folders, files or git revisions; by itself, the last two periods',
    )
    .argument('[a]', 'the first side: 2021-01, 2021-03-15, before/, before.csv, main~1')
    .argument('[b]', 'the second; without it, the latest period or meeting, or the files as they are now')
    .argument('[dir]', 'the data repo: the folder that holds cip-report.yaml (default: the current one)')
    .option('--since-last-meeting', 'the latest meeting, or that of --meeting, against the one before it')
    .addOption(
      new Option('--as <form>', 'what the two sides are, where it could be two things').choices(FORMS),
    )
    .option('--only <parts>', 'only these parts: workforce, risks, milestones, rag …', repeated)
    .option('--tolerance <amount>', 'changes up to this are no difference: 0.05, 2, 5%')
    .option('--floor <amount>', 'changes under this are told in one line: 0.05, 2, 5%')
    .option('--renamed <from=to>', 'a group that has another name now: North="North East"', repeated)
    .option('--table <kind>', 'what two files hold, where their names and headings do not say it')
    .addOption(new Option('-f, --format <name>', 'what to make').choices(DIFF_FORMATS).default('text'))
    .option('-o, --out <file>', 'where it goes (default: stdout)')
    .option('--browser <path>', 'the Chrome, Chromium or headless shell that makes the PDF')
    .option('--exit-code', 'end with 1 where something differs')
    .addHelpText(
      'after',
      examples([
        'cip-report diff',
        'cip-report diff 2021-01 2021-02 examples/luton',
        'cip-report diff "Dec 2020" examples/luton',
        'cip-report diff --since-last-meeting examples/programme',
        'cip-report diff 2026-09-14 2026-11-09 examples/programme --only risks,workforce',
        'cip-report diff last-year/ this-year/ --floor 5%',
        'cip-report diff october.csv november.csv --tolerance 0.05',
        'cip-report diff main~1 main --exit-code',
        'cip-report diff HEAD',
        'cip-report diff main --renamed "North=North East" --format pdf --out changes.pdf',
      ]),
    )
    .action(
      async (a: string | undefined, b: string | undefined, dir: string | undefined, options: DiffOptions) => {
        const { diff } = await import('./commands/diff.ts');
        const args = [a, b, dir].filter((one) => one !== undefined);
        end(await diff(args, options, { ...environment, version: VERSION }));
      },
    );
}

function addTemplates(program: Command, environment: Environment, end: (code: number) => void): void {
  const templates = program
    .command('templates')
    .description('list the templates and their parts, and copy them to be changed')
    .addHelpText(
      'after',
      examples([
        'cip-report templates list',
        'cip-report templates copy trust',
        'cip-report templates copy highlight-report our-templates',
        'cip-report build --templates our-templates',
      ]),
    );
  templates
    .command('list')
    .description('say what templates there are, what each needs, and of which parts it is made')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', examples(['cip-report templates list', 'cip-report templates list --json']))
    .action(async (options: TemplatesListOptions) => {
      const { templatesList } = await import('./commands/templates.ts');
      end(templatesList(options, { ...environment, version: VERSION }));
    });
  templates
    .command('copy')
    .description(
      'copy a template, or one part or style sheet of it, into a folder that `build --templates` reads. Most files of a whole template are shared by every template and go to the top of the folder: one part is copied sooner than all',
    )
    .argument(
      '<name>',
      'a template, a part or a style sheet: highlight-report, trust, pack/pack-cover, 33-charts.css',
    )
    .argument('[dir]', 'where the copies go (default: our-templates)')
    .option('--force', 'write over files that are there')
    .addHelpText(
      'after',
      examples([
        'cip-report templates copy trust',
        'cip-report templates copy committee-report/opening our-templates',
        'cip-report templates copy pack our-templates --force',
      ]),
    )
    .action(async (name: string, dir: string | undefined, options: TemplatesCopyOptions) => {
      const { templatesCopy } = await import('./commands/templates.ts');
      end(templatesCopy(name, dir, options, { ...environment, version: VERSION }));
    });
}

function addDoctor(program: Command, environment: Environment, end: (code: number) => void): void {
  program
    .command('doctor')
    .description('say what this machine has and lacks: Node, browser, fonts, write access')
    .argument('[dir]', 'the data repo that reports are to be built from', '.')
    .option('--browser <path>', 'the browser to try first')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', examples(['cip-report doctor', 'cip-report doctor --json']))
    .action(async (dir: string, options: DoctorOptions) => {
      const { doctor } = await import('./commands/doctor.ts');
      end(await doctor(dir, options, environment));
    });
}

/** Gathers the values of an option that may be given more than once. */
function repeated(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
}

function reportFault(error: unknown, debug: boolean, { output }: Environment): number {
  output.done();
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.cannotRun;
  if (error instanceof UsageError) {
    output.say([
      { text: 'error', look: 'error' },
      { text: ` ${error.message}`, look: 'strong' },
    ]);
    output.say([{ text: '  help: ', look: 'good' }, { text: error.help }]);
    return EXIT.cannotRun;
  }
  const message = error instanceof Error ? error.message : String(error);
  output.say([
    { text: 'error', look: 'error' },
    { text: ` cip-report itself failed: ${message}`, look: 'strong' },
  ]);
  if (debug && error instanceof Error) for (const line of (error.stack ?? '').split('\n')) output.say(line);
  else
    output.say([
      { text: '  help: ', look: 'good' },
      { text: 'run it again with --debug and report what it prints' },
    ]);
  return EXIT.cannotRun;
}
