/** The command line: what can be typed, and the only place where an error becomes a sentence and an exit code. */
import { Chalk } from 'chalk'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { RULE_IDS } from './checks/rule-ids.ts'
import { EXIT, type Context, type ExitCode, type Streams } from './context.ts'
import { isCannotRun } from './failures.ts'
import { BUYING_ROLES, SIGNALS, STAGES, type Stage } from './types.ts'
import { version } from './version.ts'

/**
 * @param argv the arguments behind the program's name
 * @returns the exit code: 0 fine, 1 findings or unreadable notes, 2 could not run
 */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  let exit: ExitCode = EXIT.fine
  const paint = new Chalk({ level: streams.color && !argv.includes('--no-color') ? 1 : 0 })
  const context: Context = { ...streams, paint }
  const program = describeProgram(context, (code) => {
    exit = code
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.couldNotRun
    if (!isCannotRun(error)) throw error
    streams.stderr(`${paint.red('personas:')} ${error.message}\n${error.remedy}\n`)
    return EXIT.couldNotRun
  }
}

type Done = (code: ExitCode) => void

function describeProgram(context: Context, done: Done): Command {
  const program = new Command('personas')
    .description('Persona pages from sales-call notes: plain files in git, offline, reproducible and checked.')
    .version(version())
    .option('--no-color', 'print without colours (so does NO_COLOR)')
    .configureOutput({ writeOut: context.stdout, writeErr: context.stderr, getOutHasColors: () => context.color })
    .exitOverride()
    .addHelpText('after', EXIT_CODES)
    .configureHelp({ showGlobalOptions: true })
  addIngest(program, context, done)
  addCheck(program, context, done)
  addTag(program, context, done)
  addPeople(program, context, done)
  addExplain(program, context, done)
  addEval(program, context, done)
  addQuotes(program, context, done)
  addQuestions(program, context, done)
  addThemes(program, context, done)
  addDiff(program, context, done)
  addInit(program, context, done)
  addNew(program, context, done)
  addForget(program, context, done)
  return program
}

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings or notes that could not be read, 2 could not run.
`

const example = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`

const configOption = () => new Option('--config <file>', 'configuration; else the nearest personas.config.json upwards')

function addIngest(program: Command, context: Context, done: Done): void {
  program
    .command('ingest')
    .description('read notes and write the persona pages they give')
    .argument('<paths...>', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .option('--out <folder>', 'where the pages go (default: "out" of the configuration, else personas/)')
    .option('--force', 'write pages with broken markers anew too, what stood there kept in a backup')
    .option('--dry-run', 'print what would change, write nothing')
    .option('--check', 'as --dry-run, and exit 1 where something would change (for pre-commit)')
    .addOption(new Option('--format <format>', 'of the summary').choices(['pretty', 'json']).default('pretty'))
    .option('--now <day>', 'the day that counts as today, YYYY-MM-DD (so does SOURCE_DATE_EPOCH)')
    .option('--quiet', 'say nothing but what went wrong')
    .option('--verbose', 'name every note as it is read, and every unchanged page')
    .addHelpText(
      'after',
      example(
        'personas ingest notes/',
        'personas ingest notes/ --dry-run',
        "personas ingest 'notes/2026-*.md' --out preview",
      ),
    )
    .action(async (paths: string[], options) => {
      const { ingest } = await import('./commands/ingest.ts')
      done(await ingest(paths, options, context))
    })
}

function addCheck(program: Command, context: Context, done: Done): void {
  program
    .command('check')
    .description('say whether the persona pages are fresh, and what the notes give')
    .argument('[paths...]', 'the notes (default: those that personas.lock names, and what is new in their folders)')
    .addOption(configOption())
    .option('--out <folder>', 'where the pages are (default: "out" of the configuration, else personas/)')
    .option('--max-age <age>', 'how old the content of a page may be: 180d, 26w, 6mo, 1y (default: 6mo)')
    .option('--git', 'ask git when the content last changed; needs the whole history')
    .option('--full', 'tag all notes again and compare, instead of trusting personas.lock')
    .option('--fix', 'set the links of quotes that only moved')
    .option('--since <revision>', 'report on files alone that changed since then')
    .addOption(new Option('--fail-on <severity>', 'exit 1 from here on').choices(['error', 'warn']).default('error'))
    .addOption(
      new Option('--format <format>', 'of the report')
        .choices(['pretty', 'json', 'github', 'sarif', 'junit', 'markdown'])
        .default('pretty'),
    )
    .option('--output-file <file>', 'write the report there')
    .option('--now <day>', 'the day that counts as today, YYYY-MM-DD (so does SOURCE_DATE_EPOCH)')
    .option('--quiet', 'say nothing where nothing was found')
    .addOption(
      new Option('--explain <rule>', 'print what there is to know about a rule, and do nothing else').choices(RULE_IDS),
    )
    .addHelpText(
      'after',
      example('personas check', 'personas check --max-age 90d --fail-on warn', 'personas check --git --format github'),
    )
    .action(async (paths: string[], options) => {
      const { check } = await import('./commands/check.ts')
      done(await check(paths, options, context))
    })
}

function addTag(program: Command, context: Context, done: Done): void {
  program
    .command('tag')
    .description('print what was seen in notes: one record a line for each note, person and signal')
    .argument('<paths...>', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .option('--all', 'print statements that are no signal too')
    .option('--codebook <file>', 'name the theme of each signal by this codebook (personas/themes.yaml)')
    .addOption(new Option('--format <format>', 'of the records').choices(['jsonl', 'json']).default('jsonl'))
    .option('--quiet', 'say nothing but what went wrong')
    .addHelpText(
      'after',
      example('personas tag notes/2026-03-02-acme.md', 'personas tag notes/ --all --codebook personas/themes.yaml'),
    )
    .action(async (paths: string[], options) => {
      const { tag } = await import('./commands/tag.ts')
      done(await tag(paths, options, context))
    })
}

function addPeople(program: Command, context: Context, done: Done): void {
  program
    .command('people')
    .description('print who was found in notes: name, title, side, buying role and persona')
    .argument('<paths...>', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .addOption(new Option('--format <format>', 'of the records').choices(['jsonl', 'json']).default('jsonl'))
    .option('--quiet', 'say nothing but what went wrong')
    .addHelpText('after', example('personas people notes/'))
    .action(async (paths: string[], options) => {
      const { people } = await import('./commands/people.ts')
      done(await people(paths, options, context))
    })
}

function addExplain(program: Command, context: Context, done: Done): void {
  program
    .command('explain')
    .description('say why a statement got its tag: what counted for it, and what against')
    .argument('<place>', 'FILE:LINE of the statement')
    .addOption(configOption())
    .addHelpText('after', example('personas explain notes/2026-03-02-acme.md:14'))
    .action(async (place: string, options) => {
      const { explain } = await import('./commands/explain.ts')
      done(await explain(place, options, context))
    })
}

function addEval(program: Command, context: Context, done: Done): void {
  program
    .command('eval')
    .description('score the tagger on labels of your own, and the agreement of two people')
    .argument('<labels>', 'folder with NAME.jsonl for each labelled note NAME.md')
    .addOption(configOption())
    .option('--notes <folder>', 'where the notes are (default: notes/ beside the labels)')
    .option('--second <folder>', "a second person's labels of the same notes")
    .addOption(new Option('--min-f1 <number>', 'exit 1 under this macro-F1').argParser(share))
    .addOption(
      new Option('--format <format>', 'of the report').choices(['pretty', 'json', 'markdown']).default('pretty'),
    )
    .option('--quiet', 'say nothing but what went wrong')
    .addHelpText(
      'after',
      example(
        'personas eval labels/',
        'personas eval labels/dana --second labels/kim',
        'personas eval labels/ --min-f1 0.8',
      ),
    )
    .action(async (labels: string, options) => {
      const { evaluateLabels } = await import('./commands/eval.ts')
      done(await evaluateLabels(labels, options, context))
    })
}

const outOption = () =>
  new Option('--out <folder>', 'where the pages are (default: "out" of the configuration, else personas/)')
const quietOption = () => new Option('--quiet', 'say nothing but what went wrong')
const showOption = () =>
  new Option('--format <format>', 'of the output').choices(['pretty', 'markdown', 'json']).default('pretty')
const NOTES_OF_THE_PAGES = 'files, folders or patterns (default: the notes that the pages rest on)'

function addQuotes(program: Command, context: Context, done: Done): void {
  program
    .command('quotes')
    .description('search the evidence: what was said, by whom, where and when')
    .argument('[paths...]', NOTES_OF_THE_PAGES)
    .addOption(configOption())
    .addOption(outOption())
    .option('--persona <id>', 'said by this kind of person')
    .addOption(new Option('--tag <tag>', 'of this tag').choices(SIGNALS))
    .addOption(new Option('--stage <stage>', 'said at this stage').choices(STAGES))
    .option('--account <name>', 'said in this account')
    .addOption(new Option('--role <role>', 'said by somebody of this buying role').choices(BUYING_ROLES))
    .option('--theme <theme>', 'of this theme: its id, name or an alias')
    .option('--text <words>', 'holds these words, in any form and order')
    .option('--waiting', 'what waits for review in place of what is accepted')
    .addOption(showOption())
    .addOption(quietOption())
    .addHelpText(
      'after',
      example(
        'personas quotes --persona finance-leader --tag objection',
        'personas quotes notes/ --theme price-level --format markdown',
        'personas quotes --text "single sign-on" --stage lost',
      ),
    )
    .action(async (paths: string[], options) => {
      const { quotes } = await import('./commands/quotes.ts')
      done(await quotes(paths, options, context))
    })
}

function addQuestions(program: Command, context: Context, done: Done): void {
  program
    .command('questions')
    .description('print what to ask next, what would change the pages most first')
    .argument('[paths...]', NOTES_OF_THE_PAGES)
    .addOption(configOption())
    .addOption(outOption())
    .option('--persona <id>', 'of this kind of person')
    .option('--account <name>', 'in this account')
    .option('--person <name>', 'of this person')
    .addOption(showOption())
    .addOption(quietOption())
    .addHelpText(
      'after',
      example('personas questions --account Hallmann', 'personas questions notes/ --persona finance-leader'),
    )
    .action(async (paths: string[], options) => {
      const { questions } = await import('./commands/questions.ts')
      done(await questions(paths, options, context))
    })
}

function addThemes(program: Command, context: Context, done: Done): void {
  const themes = program
    .command('themes')
    .description("list and edit the codebook of themes; people's word wins for ever")
  const command = (usage: string, description: string) =>
    themes
      .command(usage)
      .description(description)
      .addOption(configOption())
      .addOption(outOption())
      .addOption(quietOption())
  command('list [paths...]', 'print the codebook; with notes also how much each theme has in them')
    .addOption(new Option('--tag <tag>', 'themes of this tag alone').choices(SIGNALS))
    .addOption(showOption())
    .addHelpText('after', example('personas themes list', 'personas themes list notes/ --tag objection'))
    .action(async (paths: string[], options) => {
      const { listThemes } = await import('./commands/themes.ts')
      done(await listThemes(paths, options, context))
    })
  command('rename <theme> <name>', 'give a theme another name; its id stays')
    .addHelpText('after', example('personas themes rename price-level "They find us dear"'))
    .action(async (theme: string, name: string, options) => {
      const { rename } = await import('./commands/themes.ts')
      done(await rename(theme, name, options, context))
    })
  command('merge <themes...>', 'put themes into another; their ids live on as its aliases')
    .requiredOption('--into <theme>', 'the theme that they go into')
    .addHelpText('after', example('personas themes merge rates-run drone-licence --into licences'))
    .action(async (from: string[], options) => {
      const { merge } = await import('./commands/themes.ts')
      done(await merge(from, options, context))
    })
  command('split <theme> <name>', 'open a theme for a part of another')
    .option('--keywords <words...>', 'statements that hold one of these words or phrases go to the new theme')
    .option(
      '--statements <digests...>',
      'these statements go there: digests, as `personas quotes --format json` prints them',
    )
    .addHelpText('after', example('personas themes split price-level "Dear against the CRM" --keywords "whole CRM"'))
    .action(async (theme: string, name: string, options) => {
      const { split } = await import('./commands/themes.ts')
      done(await split(theme, name, options, context))
    })
  command('alias <theme> <aliases...>', 'give a theme other words that it is found by')
    .addHelpText('after', example('personas themes alias sso "single sign-on" log-in'))
    .action(async (theme: string, aliases: string[], options) => {
      const { alias } = await import('./commands/themes.ts')
      done(await alias(theme, aliases, options, context))
    })
  command('pin <theme> [paths...]', 'keep a theme and the statements that are in it now')
    .option('--off', 'take the pin back, and with it what was settled for single statements')
    .addHelpText('after', example('personas themes pin price-level', 'personas themes pin price-level --off'))
    .action(async (theme: string, paths: string[], options) => {
      const { pin } = await import('./commands/themes.ts')
      done(await pin(theme, paths, options, context))
    })
}

function addDiff(program: Command, context: Context, done: Done): void {
  program
    .command('diff')
    .description('say what changed in the personas since a git revision, or between two')
    .argument('[from]', 'a git revision', 'HEAD')
    .argument('[to]', 'a git revision (default: the working tree)')
    .addOption(configOption())
    .option('--out <folder>', 'where the pages are (default: "out" of the configuration, else personas/)')
    .addOption(
      new Option('--format <format>', 'of the report').choices(['pretty', 'markdown', 'json']).default('pretty'),
    )
    .option('--quiet', 'say nothing but what went wrong')
    .addHelpText(
      'after',
      example('personas diff', 'personas diff origin/main --format markdown', 'personas diff v1 v2'),
    )
    .action(async (from: string, to: string | undefined, options) => {
      const { diff } = await import('./commands/diff.ts')
      done(await diff(from, to, options, context))
    })
}

function addInit(program: Command, context: Context, done: Done): void {
  program
    .command('init')
    .description('set a repository up: configuration, note templates, CI, merge rules; asks, or --yes')
    .option('--yes', 'take every default and ask nothing; what is there already is kept')
    .option('--company <name>', 'the name of your own company')
    .addOption(new Option('--ci <service>', 'whose workflow to write').choices(['github', 'gitlab', 'none']))
    .option('--no-pre-commit', 'write no .pre-commit-config.yaml')
    .option('--owner <owner>', 'who reviews the pages, as CODEOWNERS writes it: @acme/marketing')
    .option('--schema', 'print the JSON schema of the configuration, and do nothing else')
    .addHelpText('after', example('personas init', 'personas init --yes --company Acme --ci gitlab'))
    .action(async (options) => {
      const { init } = await import('./commands/init.ts')
      done(await init(options, context))
    })
}

function addNew(program: Command, context: Context, done: Done): void {
  program
    .command('new')
    .description('write an empty note of a call, with the questions to ask in it')
    .addArgument(new Argument('<stage>', 'of the sale').choices(STAGES.filter((stage) => stage !== 'other')))
    .requiredOption('--account <name>', 'the company you talk with')
    .option('--with <person>', 'who takes part on their side, such as "Maria Lopez (VP Ops)"; repeat it', collect, [])
    .option('--us <person>', 'who takes part on our side; repeat it', collect, [])
    .option('--date <day>', 'the day of the call, YYYY-MM-DD (default: today)')
    .option('--folder <folder>', 'where the note goes (default: notes/ beside the configuration)')
    .addOption(configOption())
    .option('--now <day>', 'the day that counts as today, YYYY-MM-DD (so does SOURCE_DATE_EPOCH)')
    .addHelpText('after', example('personas new discovery --account "Hallmann Mietpark" --with "Katrin Vogt (CFO)"'))
    .action(async (stage: Stage, options) => {
      const { newNote } = await import('./commands/new.ts')
      done(newNote(stage, options, context))
    })
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

function addForget(program: Command, context: Context, done: Done): void {
  program
    .command('forget')
    .description(
      'take a person out of pages, corrections, codebook and lock, and list the notes that still hold the name',
    )
    .argument('<name>', 'full name')
    .argument('[paths...]', 'notes to search for the name')
    .addOption(configOption())
    .option('--out <folder>', 'where the pages are (default: "out" of the configuration, else personas/)')
    .option('--dry-run', 'say where the name stands, write nothing')
    .addOption(new Option('--format <format>', 'of the report').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', example('personas forget "Maria Lopez" notes/'))
    .action(async (name: string, paths: string[], options) => {
      const { forget } = await import('./commands/forget.ts')
      done(await forget(name, paths, options, context))
    })
}

function share(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It is a number from 0 to 1.')
  return number
}
