/** What all sections share: a theme with the accounts behind it, as a line of a list, and what was said once. */
import type { Evidence, Finding, Persona } from '../../types.ts'
import { count, list } from '../phrases.ts'
import type { Quoting } from '../quote.ts'

/** Themes that more than one account raised; where no theme has two, all of them. */
export function shared(findings: readonly Finding[]): { shown: Finding[]; once: Finding[] } {
  const shown = findings.filter((finding) => finding.accounts.length > 1)
  if (shown.length === 0) return { shown: [...findings].slice(0, FEW), once: [...findings].slice(FEW) }
  return { shown, once: findings.filter((finding) => finding.accounts.length <= 1) }
}

/** How many themes a section shows where each was raised by one account only. */
const FEW = 5

/** "5 of 9 accounts" */
export function share(finding: Finding, persona: Persona): string {
  return `${finding.accounts.length} of ${count(persona.sample.accounts, 'account')}`
}

/** `- **Price level** · 5 of 9 accounts`, and the best quote under it. */
export function asListItem(finding: Finding, persona: Persona, quoting: Quoting, note = ''): string[] {
  const quote = bestQuote(finding, quoting)
  const head = `- **${quoting.text(finding.theme.name)}** · ${share(finding, persona)}${note === '' ? '' : ` · ${note}`}`
  return quote === null ? [head] : [head, `  ${quote}`]
}

export function bestQuote(finding: Finding, quoting: Quoting): string | null {
  for (const evidence of finding.evidence) {
    const quote = quoting.quote(evidence)
    if (quote !== null) return quote
  }
  return null
}

/** How many statements of no theme a section quotes; the others are under Evidence. */
const ALSO_SAID = 3

/** The best of what belongs to no theme. Begins with an empty line; empty where there is none. */
export function alsoSaid(evidence: readonly Evidence[], quoting: Quoting, alone: boolean): string[] {
  const quotes = evidence.flatMap((one) => quoting.quote(one) ?? []).slice(0, ALSO_SAID)
  if (quotes.length === 0) return []
  return [...(alone ? [] : ['', 'Also said:']), ...quotes.flatMap((quote) => ['', quote])]
}

/** Statements of a tag that belong to no theme. */
export function unthemed(persona: Persona, fits: (statement: Evidence['statement']) => boolean): Evidence[] {
  return persona.unthemed.filter(({ statement }) => fits(statement))
}

/** One line for everything that a single account raised. */
export function saidOnce(findings: readonly Finding[], quoting: Quoting): string[] {
  if (findings.length === 0) return []
  return ['', `Said in one account only: ${list(findings.map(({ theme }) => quoting.text(theme.name)))}.`]
}
