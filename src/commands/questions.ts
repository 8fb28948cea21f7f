import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { openWorkspace } from '../io/workspace.ts'
import { quoting } from '../render/quote.ts'
import { questionsAsJson, questionsAsMarkdown, questionsAsText } from '../reporters/questions.ts'
import { peopleNamed, questionsFor } from '../synthesize/search.ts'
import type { Synthesis } from '../types.ts'
import { accountsOf, personaIn, readEvidence } from './evidence.ts'

interface QuestionsOptions {
  config?: string
  out?: string
  persona?: string
  account?: string
  person?: string
  format: 'pretty' | 'markdown' | 'json'
  quiet?: boolean
}

/** Prints what is worth asking before a call: everything that is open, or what is open for a persona, an account or a person. */
export async function questions(
  paths: readonly string[],
  options: QuestionsOptions,
  context: Context,
): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const { synthesis, failed } = await readEvidence(paths, workspace, options, context)
  const { persona, account, person } = options
  const found = questionsFor(synthesis, {
    ...(persona !== undefined && { persona: personaIn(synthesis, persona) }),
    ...(account !== undefined && { accounts: accountsOf(synthesis, account) }),
    ...(person !== undefined && { people: partsOf(synthesis, person) }),
  })
  const quotes = quoting(synthesis.notes, workspace.config, '')
  const names = new Map(synthesis.personas.map(({ id, name }) => [id, name]))
  if (options.format === 'json') context.stdout(questionsAsJson(found, quotes))
  else if (options.format === 'markdown') context.stdout(questionsAsMarkdown(found, names, quotes))
  else context.stdout(questionsAsText(found, names, quotes, context.paint))
  if (!options.quiet && found.length === 0)
    context.stderr('Nothing is open: the notes answer every question of ours.\n')
  return failed ? EXIT.findings : EXIT.fine
}

function partsOf(synthesis: Synthesis, given: string): { persona: string; account: string }[] {
  const found = peopleNamed(synthesis, given).flatMap(({ person: { persona }, account }) =>
    persona === null ? [] : [{ persona, account }],
  )
  if (found.length === 0) throw new CannotRun('no-such-person', { given })
  return found
}
