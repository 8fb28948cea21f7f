/** The command line: what can be typed, and the only place where an error becomes a sentence and an exit code. */
import { Chalk } from 'chalk'
import { Command, CommanderError } from 'commander'
import { addCheck, addDiff, addQuestions, addQuotes, addThemes } from './cli/pages.ts'
import { addEval, addExplain, addIngest, addPeople, addTag } from './cli/notes.ts'
import type { Done } from './cli/options.ts'
import { addCache, addForget, addInit, addNew } from './cli/upkeep.ts'
import { EXIT, type Context, type ExitCode, type Streams } from './context.ts'
import { fromSystem, isCannotRun } from './failures.ts'
import { printable } from './reporters/printable.ts'
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
    const known = isCannotRun(error) ? error : fromSystem(error)
    if (known === null) throw error
    streams.stderr(`${paint.red('personas:')} ${printable(`${known.message}\n${known.remedy}`)}\n`)
    return EXIT.couldNotRun
  }
}

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
  addCache(program, context, done)
  return program
}

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings or notes that could not be read, 2 could not run.
`
