/** The command line: what can be typed, and the only place where an error becomes a sentence and an exit code. */
import { Chalk } from 'chalk'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXIT, type Context, type ExitCode, type Streams } from './context.ts'
import { isCannotRun } from './failures.ts'
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
  addTag(program, context, done)
  addPeople(program, context, done)
  addExplain(program, context, done)
  addEval(program, context, done)
  addCache(program, context, done)
  return program
}

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings or notes that could not be read, 2 could not run.
`

const example = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`

const configOption = () => new Option('--config <file>', 'configuration; else the nearest personas.config.json upwards')

const cacheOption = () => new Option('--no-cache', 'read every note anew, remember nothing')

const jobsOption = () =>
  new Option(
    '--jobs <number>',
    'notes analyzed at once; 1 for no workers (default: what the machine runs at once)',
  ).argParser(count)

function addIngest(program: Command, context: Context, done: Done): void {
  program
    .command('ingest')
    .description('read notes and write the persona pages they give')
    .argument('<paths...>', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .option('--out <folder>', 'where the pages go (default: "out" of the configuration, else personas/)')
    .option('--dry-run', 'print what would change, write nothing')
    .option('--watch', 'go on, and do it again after every save, until Ctrl-C')
    .option('--from-tags', 'the paths are *.jsonl or *.parquet files of what `personas tag --stdin jsonl` printed')
    .addOption(new Option('--format <format>', 'of the summary').choices(['pretty', 'json']).default('pretty'))
    .option('--now <day>', 'the day that counts as today, YYYY-MM-DD (so does SOURCE_DATE_EPOCH)')
    .addOption(jobsOption())
    .addOption(cacheOption())
    .option('--quiet', 'say nothing but what went wrong')
    .option('--verbose', 'name every note as it is read, and every unchanged page')
    .addHelpText(
      'after',
      example(
        'personas ingest notes/',
        'personas ingest notes/ --dry-run',
        "personas ingest 'notes/2026-*.md' --out preview",
        'personas ingest --from-tags tagged/*.jsonl',
      ),
    )
    .action(async (paths: string[], options, command: Command) => {
      if (options.watch) {
        if (paths.includes('-') || options.fromTags)
          command.error("error: '--watch' needs files, folders or patterns of notes")
        const { watch } = await import('./commands/watch.ts')
        return done(await watch(paths, options, context))
      }
      const { ingest } = await import('./commands/ingest.ts')
      done(await ingest(paths, options, context))
    })
}

function addTag(program: Command, context: Context, done: Done): void {
  program
    .command('tag')
    .description('print what was seen in notes: one record a line for each note, person and signal')
    .argument('[paths...]', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .addOption(
      new Option('--stdin <format>', 'notes come as lines {"path", "text"}, records go out as they are made').choices([
        'jsonl',
      ]),
    )
    .option('--all', 'print statements that are no signal too')
    .option('--codebook <file>', 'name the theme of each signal by this codebook (personas/themes.yaml)')
    .addOption(new Option('--format <format>', 'of the records').choices(['jsonl', 'json']).default('jsonl'))
    .addOption(jobsOption())
    .addOption(cacheOption())
    .option('--quiet', 'say nothing but what went wrong')
    .addHelpText(
      'after',
      example(
        'personas tag notes/2026-03-02-acme.md',
        'personas tag notes/ --all --codebook personas/themes.yaml',
        'personas tag --stdin jsonl < notes.jsonl > tagged.jsonl',
      ),
    )
    .action(async (paths: string[], options, command: Command) => {
      if ((paths.length === 0) === (options.stdin === undefined))
        command.error("error: name the notes, or give them as lines with '--stdin jsonl'")
      if (options.stdin !== undefined) {
        const { tagStream } = await import('./commands/tag-stream.ts')
        return done(await tagStream(options, context))
      }
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
    .addOption(jobsOption())
    .addOption(cacheOption())
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
    .addOption(jobsOption())
    .addOption(cacheOption())
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

function addCache(program: Command, context: Context, done: Done): void {
  program
    .command('cache')
    .description('say what is remembered of notes that did not change, or forget it')
    .addArgument(new Argument('<action>', 'what to do').choices(['info', 'clear']))
    .addOption(new Option('--format <format>', 'of the answer').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', example('personas cache info', 'personas cache clear'))
    .action(async (action: 'info' | 'clear', options) => {
      const { cache } = await import('./commands/cache.ts')
      done(cache(action, options, context))
    })
}

function count(value: string): number {
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || number < 1) throw new InvalidArgumentError('It is a whole number from 1 to 999.')
  return number
}

function share(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It is a number from 0 to 1.')
  return number
}
