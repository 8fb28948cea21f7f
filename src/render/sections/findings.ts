/** What all sections share: a theme with the accounts behind it, its figures in words, and quotes that stand on the page once. */
import { ENOUGH_CALLS } from '../../synthesize/calls.ts'
import type { DealValue, Evidence, Finding, Persona, Trend } from '../../types.ts'
import { count, list, number } from '../phrases.ts'
import type { Quoting } from '../quote.ts'

/** How many themes a section shows where each was raised by one account only. */
const FEW = 5
/** How many themes a section shows at all; the others are named, and quoted under Evidence. */
export const MOST_SHOWN = 25
/** How many themes of one account a line names. */
const ONCE_NAMED = 4
/** How many statements of no theme a section quotes; the others are under Evidence. */
const ALSO_SAID = 3

/** Themes that more than one account raised, as many as can be read; where no theme has two, the first of all. */
export function shared(findings: readonly Finding[]): { shown: Finding[]; once: Finding[] } {
  const shown = findings.filter((finding) => finding.accounts.length > 1).slice(0, MOST_SHOWN)
  if (shown.length === 0) return { shown: findings.slice(0, FEW), once: findings.slice(FEW) }
  return { shown, once: findings.filter((finding) => !shown.includes(finding)) }
}

/** "5 of 9 accounts (56 %)"; under five calls a percentage would say more than is known, and of one account nothing is to be said. */
export function share(accounts: number, { sample }: Persona): string {
  if (sample.accounts === 1) return ''
  const counted = `${accounts} of ${count(sample.accounts, 'account')}`
  return sample.calls < ENOUGH_CALLS || sample.accounts < ENOUGH_CALLS
    ? counted
    : `${counted} (${Math.round((100 * accounts) / sample.accounts)} %)`
}

/** "EUR 180,000 in 2 deals"; empty where no note names one. */
export function deals(value: readonly DealValue[]): string {
  return value
    .map(
      ({ currency, amount, accounts }) =>
        `${currency === null ? '' : `${currency} `}${number(amount)} in ${count(accounts, 'deal')}`,
    )
    .join(' + ')
}

/** "rising: 5 of 9 accounts in the last six months, 1 of 6 in the six before"; empty for null. */
export function trend(moved: Trend | null): string {
  if (moved === null) return ''
  const { word, after, before } = moved
  const figures = `${after.raised} of ${count(after.heard, 'account')} in the last six months, ${before.raised} of ${before.heard} in the six before`
  return `${word}: ${figures}`
}

/** `- **Price level** · 5 of 9 accounts`, and the best quote under it that was not told yet. */
export function asListItem(
  finding: Finding,
  persona: Persona,
  teller: Teller,
  notes: readonly string[] = [],
): string[] {
  const moved = finding.trend !== null && finding.trend.word !== 'steady' ? [trend(finding.trend)] : []
  const head = [
    `- **${teller.text(finding.theme.name)}**`,
    share(finding.accounts.length, persona),
    deals(finding.value),
    ...notes,
    ...moved,
  ]
  const quote = teller.first(finding.evidence)
  const line = head.filter((part) => part !== '').join(' · ')
  return quote === null ? [`${line}${above(finding.evidence)}`] : [line, `  ${quote}`]
}

/** What stands beside a line whose quotes all stand on the page already; nothing where they may not be quoted. */
export function above(evidence: readonly Evidence[]): string {
  return evidence.some(({ note }) => note.consent !== false) ? ' · quoted above' : ''
}

/** Quotes of a section, none of them twice. */
export interface Teller {
  /** The first of them that was not told yet; null where none is left or may be quoted. */
  first(evidence: readonly Evidence[]): string | null
  /** So many of them, each of another account. */
  some(evidence: readonly Evidence[], most: number): string[]
  text(text: string): string
}

/** @param before what the page has quoted already, whole or as a part of a longer quote */
export function teller(quoting: Quoting, before: readonly Evidence[] = []): Teller {
  const told = new Set<string>()
  const toldBefore = ({ statement: { file, line, text } }: Evidence) =>
    before.some(({ statement: said }) => said.file === file && said.line === line && said.text.includes(text))
  const tell = (one: Evidence): string | null => {
    const key = `${one.statement.file}\n${one.statement.line}\n${one.statement.digest}`
    const quote = told.has(key) || toldBefore(one) ? null : quoting.quote(one)
    if (quote !== null) told.add(key)
    return quote
  }
  const first = (evidence: readonly Evidence[]) => {
    for (const one of evidence) {
      const quote = tell(one)
      if (quote !== null) return quote
    }
    return null
  }
  const some = (evidence: readonly Evidence[], most: number) => {
    const quotes: string[] = []
    const accounts = new Set<string>()
    for (const one of evidence) {
      if (quotes.length >= most) break
      const quote = accounts.has(one.account) ? null : tell(one)
      if (quote === null) continue
      quotes.push(quote)
      accounts.add(one.account)
    }
    return quotes
  }
  return { first, some, text: (text) => quoting.text(text) }
}

/** The best of what belongs to no theme. Begins with an empty line; empty where there is none. */
export function alsoSaid(evidence: readonly Evidence[], told: Teller, alone: boolean): string[] {
  const quotes = told.some(evidence, ALSO_SAID)
  if (quotes.length === 0) return []
  return [...(alone ? [] : ['', 'Also said, of no theme yet:']), ...spaced(quotes)]
}

/** ` · 5 of 9 accounts` behind a title; empty where there is but one account. */
export function shareBehind(accounts: number, persona: Persona): string {
  const shared = share(accounts, persona)
  return shared === '' ? '' : ` · ${shared}`
}

/** A quote with a word on how sure it is, behind its source. */
export function marked(quote: string, mark: string): string {
  const at = quote.lastIndexOf(' · [line ')
  return at < 0 ? quote : `${quote.slice(0, at)}, ${mark}${quote.slice(at)}`
}

/** Block quotes, an empty line before each. */
export function spaced(quotes: readonly string[]): string[] {
  return quotes.flatMap((quote) => ['', quote])
}

/** Statements of a tag that belong to no theme. */
export function unthemed(persona: Persona, fits: (statement: Evidence['statement']) => boolean): Evidence[] {
  return persona.unthemed.filter(({ statement }) => fits(statement))
}

/** One line for everything that few accounts raised; its quotes are under Evidence. */
export function saidOnce(findings: readonly Finding[], told: Teller): string[] {
  if (findings.length === 0) return []
  const named = list(
    findings.map(({ theme }) => told.text(theme.name)),
    ONCE_NAMED,
  )
  return ['', `Less often, under Evidence: ${named}.`]
}

export function accountNames(accounts: readonly string[], text: (text: string) => string, most = 3): string {
  return list(
    accounts.map((account) => text(nameOf(account))),
    most,
  )
}

/** A note without an account is an account of its own, by its file. */
function nameOf(account: string): string {
  return account.startsWith('file:') ? 'account unknown' : account
}
