/** What sets up and clears away: init, new, forget, cache. */
import { type Command, Argument, Option } from 'commander'
import type { Context } from '../context.ts'
import { STAGES, type Stage } from '../types.ts'
import { collect, configOption, example, outOption, type Done } from './options.ts'

export function addInit(program: Command, context: Context, done: Done): void {
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
      const { init } = await import('../commands/init.ts')
      done(await init(options, context))
    })
}

export function addNew(program: Command, context: Context, done: Done): void {
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
      const { newNote } = await import('../commands/new.ts')
      done(newNote(stage, options, context))
    })
}

export function addForget(program: Command, context: Context, done: Done): void {
  program
    .command('forget')
    .description(
      'take a person out of pages, corrections, codebook and lock, and list the notes that still hold the name',
    )
    .argument('<name>', 'full name')
    .argument('[paths...]', 'notes to search for the name')
    .addOption(configOption())
    .addOption(outOption())
    .option('--dry-run', 'say where the name stands, write nothing')
    .addOption(new Option('--format <format>', 'of the report').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', example('personas forget "Maria Lopez" notes/'))
    .action(async (name: string, paths: string[], options) => {
      const { forget } = await import('../commands/forget.ts')
      done(await forget(name, paths, options, context))
    })
}

export function addCache(program: Command, context: Context, done: Done): void {
  program
    .command('cache')
    .description('say what is remembered of notes that did not change, or forget it')
    .addArgument(new Argument('<action>', 'what to do').choices(['info', 'clear']))
    .addOption(new Option('--format <format>', 'of the answer').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', example('personas cache info', 'personas cache clear'))
    .action(async (action: 'info' | 'clear', options) => {
      const { cache } = await import('../commands/cache.ts')
      done(cache(action, options, context))
    })
}
