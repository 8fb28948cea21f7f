/** What reads pages, and the evidence that they rest on: check, diff, quotes, questions, themes. */
import { type Command, Option } from 'commander'
import { RULE_IDS } from '../checks/rule-ids.ts'
import type { Context } from '../context.ts'
import { BUYING_ROLES, SIGNALS, STAGES } from '../types.ts'
import {
  NOTES_OF_THE_PAGES,
  cacheOption,
  configOption,
  example,
  outOption,
  quietOption,
  showOption,
  type Done,
} from './options.ts'

export function addCheck(program: Command, context: Context, done: Done): void {
  program
    .command('check')
    .description('say whether the persona pages are fresh, and what the notes give')
    .argument('[paths...]', 'the notes (default: those that personas.lock names, and what is new in their folders)')
    .addOption(configOption())
    .addOption(outOption())
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
    .addOption(cacheOption())
    .addOption(
      new Option('--explain <rule>', 'print what there is to know about a rule, and do nothing else').choices(RULE_IDS),
    )
    .addHelpText(
      'after',
      example('personas check', 'personas check --max-age 90d --fail-on warn', 'personas check --git --format github'),
    )
    .action(async (paths: string[], options) => {
      const { check } = await import('../commands/check.ts')
      done(await check(paths, options, context))
    })
}

export function addDiff(program: Command, context: Context, done: Done): void {
  program
    .command('diff')
    .description('say what changed in the personas since a git revision, or between two')
    .argument('[from]', 'a git revision', 'HEAD')
    .argument('[to]', 'a git revision (default: the working tree)')
    .addOption(configOption())
    .addOption(outOption())
    .addOption(
      new Option('--format <format>', 'of the report').choices(['pretty', 'markdown', 'json']).default('pretty'),
    )
    .addOption(quietOption())
    .addHelpText(
      'after',
      example('personas diff', 'personas diff origin/main --format markdown', 'personas diff v1 v2'),
    )
    .action(async (from: string, to: string | undefined, options) => {
      const { diff } = await import('../commands/diff.ts')
      done(await diff(from, to, options, context))
    })
}

export function addQuotes(program: Command, context: Context, done: Done): void {
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
      const { quotes } = await import('../commands/quotes.ts')
      done(await quotes(paths, options, context))
    })
}

export function addQuestions(program: Command, context: Context, done: Done): void {
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
      const { questions } = await import('../commands/questions.ts')
      done(await questions(paths, options, context))
    })
}

export function addThemes(program: Command, context: Context, done: Done): void {
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
      const { listThemes } = await import('../commands/themes.ts')
      done(await listThemes(paths, options, context))
    })
  command('rename <theme> <name>', 'give a theme another name; its id stays')
    .addHelpText('after', example('personas themes rename price-level "They find us dear"'))
    .action(async (theme: string, name: string, options) => {
      const { rename } = await import('../commands/themes.ts')
      done(await rename(theme, name, options, context))
    })
  command('merge <themes...>', 'put themes into another; their ids live on as its aliases')
    .requiredOption('--into <theme>', 'the theme that they go into')
    .addHelpText('after', example('personas themes merge rates-run drone-licence --into licences'))
    .action(async (from: string[], options) => {
      const { merge } = await import('../commands/themes.ts')
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
      const { split } = await import('../commands/themes.ts')
      done(await split(theme, name, options, context))
    })
  command('alias <theme> <aliases...>', 'give a theme other words that it is found by')
    .addHelpText('after', example('personas themes alias sso "single sign-on" log-in'))
    .action(async (theme: string, aliases: string[], options) => {
      const { alias } = await import('../commands/themes.ts')
      done(await alias(theme, aliases, options, context))
    })
  command('pin <theme> [paths...]', 'keep a theme and the statements that are in it now')
    .option('--off', 'take the pin back, and with it what was settled for single statements')
    .addHelpText('after', example('personas themes pin price-level', 'personas themes pin price-level --off'))
    .action(async (theme: string, paths: string[], options) => {
      const { pin } = await import('../commands/themes.ts')
      done(await pin(theme, paths, options, context))
    })
}
