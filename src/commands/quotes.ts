import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { openWorkspace } from '../io/workspace.ts'
import { quoting } from '../render/quote.ts'
import { quotesAsJson, quotesAsMarkdown, quotesAsText } from '../reporters/quotes.ts'
import { themeNamed } from '../synthesize/codebook-edits.ts'
import { searchEvidence } from '../synthesize/search.ts'
import type { BuyingRole, Signal, Stage, Synthesis } from '../types.ts'
import { accountsOf, personaIn, readEvidence } from './evidence.ts'

interface QuotesOptions {
  config?: string
  out?: string
  persona?: string
  account?: string
  theme?: string
  tag?: Signal
  stage?: Stage
  role?: BuyingRole
  text?: string
  waiting?: boolean
  format: 'pretty' | 'markdown' | 'json'
  quiet?: boolean
}

/** Searches the evidence that pages rest on, or what waits for review; what a note gives no consent to quote is counted, not shown. */
export async function quotes(paths: readonly string[], options: QuotesOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const { synthesis, failed } = await readEvidence(paths, workspace, options, context)
  const { persona, account, theme, tag, stage, role, text, waiting } = options
  const found = searchEvidence(synthesis, {
    ...(persona !== undefined && { persona: personaIn(synthesis, persona) }),
    ...(account !== undefined && { accounts: accountsOf(synthesis, account) }),
    ...(theme !== undefined && { theme: themeIn(synthesis, theme, workspace.out) }),
    ...(tag && { tag }),
    ...(stage && { stage }),
    ...(role && { role }),
    ...(text !== undefined && { text }),
    ...(waiting && { waiting }),
  })
  const words = quoting(synthesis.notes, workspace.config, '')
  const cited = found.flatMap((evidence) => {
    const citation = words.cite(evidence)
    return citation === null ? [] : [{ evidence, citation, markdown: words.quote(evidence) ?? '' }]
  })
  const names = new Map(synthesis.themes.map(({ id, name }) => [id, words.plain(name)]))
  if (options.format === 'json') context.stdout(quotesAsJson(cited, names))
  else if (options.format === 'markdown') context.stdout(quotesAsMarkdown(cited, names))
  else context.stdout(quotesAsText(cited, names, context.paint))
  if (!options.quiet) context.stderr(closing(cited.length, found.length - cited.length))
  return failed ? EXIT.findings : EXIT.fine
}

function closing(shown: number, silent: number): string {
  const held = silent === 0 ? '' : ` ${silent} more may not be quoted, for want of consent.`
  if (shown === 0) return `No quote fits.${held}\n`
  return `${shown} ${shown === 1 ? 'quote' : 'quotes'}.${held}\n`
}

function themeIn(synthesis: Synthesis, given: string, out: string): string {
  const theme = themeNamed(synthesis.codebook, given)
  if (!theme) throw new CannotRun('no-such-theme', { theme: given, path: `${out}/themes.yaml` })
  return theme.id
}
