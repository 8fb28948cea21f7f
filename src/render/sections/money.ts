/** Money: sums by what they are, as ranges over accounts per currency and period; conflicts, whose and when; nothing is averaged. */
import type { Group, MoneyRange, Persona, SumKind } from '../../types.ts'
import { count, money as amount } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { accountNames, share, spaced, teller, type Teller } from './findings.ts'

const QUOTES = 3

const TITLES: Record<SumKind, string> = {
  budget: 'Budget, or money set aside',
  limit: 'Limits of approval',
  today: 'Paid or lost today',
  other: 'Other sums',
  piece: 'Per head or piece',
}

export function money(persona: Persona, quoting: Quoting): string[] {
  const { sums, conflicts, whose, when, other } = persona.money
  const told = teller(quoting)
  const listed = sums.map(({ kind, range }) => sum(TITLES[kind], range, told))
  const parts = [
    ...listed.flat(),
    ...contradictions(conflicts, told),
    ...quotes('Whose money', whose, persona, told),
    ...quotes('When it opens and closes', when, persona, told),
    ...(listed.length + whose.accounts.length + when.accounts.length === 0 ? [] : ['']),
    ...quotes('Also said', other, persona, told),
  ]
  return trimmed(parts)
}

/** No two empty lines in a row, none at the beginning. */
function trimmed(lines: readonly string[]): string[] {
  return lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''))
}

/** What kind of sum, how much, whose; and the words it was read from. */
function sum(title: string, range: MoneyRange, told: Teller): string[] {
  const words = told.some(range.evidence, QUOTES).map((quote) => `  ${quote}`)
  const apart = words.flatMap((quote, at) => (at === 0 ? [quote] : ['', quote]))
  return [`- **${title}: ${rangeOf(range)}** · ${accountNames(range.accounts, told.text)}`, ...apart]
}

function rangeOf({ min, max, currency, period }: MoneyRange): string {
  return `${amount(min, max, currency, period)}${currency === null ? ' (no currency named)' : ''}`
}

function contradictions(conflicts: Persona['money']['conflicts'], told: Teller): string[] {
  if (conflicts.length === 0) return []
  const line = ({ account, ranges }: { account: string; ranges: MoneyRange[] }) =>
    `- ${told.text(account)}: ${ranges.map((range) => `${rangeOf(range)} (${count(range.evidence.length, 'statement')})`).join(' against ')}`
  return ['', 'Different figures for what looks like the same money:', '', ...conflicts.map(line)]
}

function quotes(title: string, group: Group, persona: Persona, told: Teller): string[] {
  const some = told.some(group.evidence, QUOTES)
  return some.length === 0 ? [] : ['', `### ${title} · ${share(group.accounts.length, persona)}`, ...spaced(some)]
}
