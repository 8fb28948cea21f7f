/** What reads notes: ingest, tag, people, explain, eval. */
import { type Command, Option } from 'commander'
import type { Context } from '../context.ts'
import { cacheOption, configOption, example, jobsOption, quietOption, share, type Done } from './options.ts'

export function addIngest(program: Command, context: Context, done: Done): void {
  program
    .command('ingest')
    .description('read notes and write the persona pages they give')
    .argument('<paths...>', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .option('--out <folder>', 'where the pages go (default: "out" of the configuration, else personas/)')
    .option('--force', 'write pages with broken markers anew too, what stood there kept in a backup')
    .option('--dry-run', 'print what would change, write nothing')
    .option('--check', 'as --dry-run, and exit 1 where something would change (for pre-commit)')
    .option('--watch', 'go on, and do it again after every save, until Ctrl-C')
    .option('--from-tags', 'the paths are *.jsonl or *.parquet files of what `personas tag --stdin jsonl` printed')
    .addOption(new Option('--format <format>', 'of the summary').choices(['pretty', 'json']).default('pretty'))
    .option('--now <day>', 'the day that counts as today, YYYY-MM-DD (so does SOURCE_DATE_EPOCH)')
    .addOption(jobsOption())
    .addOption(cacheOption())
    .addOption(quietOption())
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
        const { watch } = await import('../commands/watch.ts')
        return done(await watch(paths, options, context))
      }
      const { ingest } = await import('../commands/ingest.ts')
      done(await ingest(paths, options, context))
    })
}

export function addTag(program: Command, context: Context, done: Done): void {
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
    .addOption(quietOption())
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
        const { tagStream } = await import('../commands/tag-stream.ts')
        return done(await tagStream(options, context))
      }
      const { tag } = await import('../commands/tag.ts')
      done(await tag(paths, options, context))
    })
}

export function addPeople(program: Command, context: Context, done: Done): void {
  program
    .command('people')
    .description('print who was found in notes: name, title, side, buying role and persona')
    .argument('<paths...>', 'files, folders or patterns; - for standard input')
    .addOption(configOption())
    .addOption(new Option('--format <format>', 'of the records').choices(['jsonl', 'json']).default('jsonl'))
    .addOption(jobsOption())
    .addOption(cacheOption())
    .addOption(quietOption())
    .addHelpText('after', example('personas people notes/'))
    .action(async (paths: string[], options) => {
      const { people } = await import('../commands/people.ts')
      done(await people(paths, options, context))
    })
}

export function addExplain(program: Command, context: Context, done: Done): void {
  program
    .command('explain')
    .description('say why a statement got its tag: what counted for it, and what against')
    .argument('<place>', 'FILE:LINE of the statement')
    .addOption(configOption())
    .addHelpText('after', example('personas explain notes/2026-03-02-acme.md:14'))
    .action(async (place: string, options) => {
      const { explain } = await import('../commands/explain.ts')
      done(await explain(place, options, context))
    })
}

export function addEval(program: Command, context: Context, done: Done): void {
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
    .addOption(quietOption())
    .addHelpText(
      'after',
      example(
        'personas eval labels/',
        'personas eval labels/dana --second labels/kim',
        'personas eval labels/ --min-f1 0.8',
      ),
    )
    .action(async (labels: string, options) => {
      const { evaluateLabels } = await import('../commands/eval.ts')
      done(await evaluateLabels(labels, options, context))
    })
}
