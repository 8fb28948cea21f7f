/** Money: sums by what they are, as ranges over accounts per currency and period; conflicts, whose and when; nothing is averaged. */
import { groupBy } from '../../synthesize/order.ts'
import type { Group, MoneyRange, Persona, SumKind } from '../../types.ts'
import { count, money as amount } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { accountNames, share, spaced, teller, type Teller } from './findings.ts'

const QUOTES = 3
/** Sums of one kind that stand on a page though one account alone names them; in an archive of thousands of notes they would fill it. */
const OF_ONE_ACCOUNT = 8
const CONFLICTS = 8

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
  const listed = [...groupBy(sums, ({ kind }) => kind)].flatMap(([kind, all]) =>
    sumsOf(
      TITLES[kind],
      all.map(({ range }) => range),
      told,
    ),
  )
  const parts = [
    ...listed,
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

/** @param ranges those of most accounts first */
function sumsOf(title: string, ranges: readonly MoneyRange[], told: Teller): string[] {
  const shared = ranges.filter(({ accounts }) => accounts.length > 1).length
  const shown = ranges.slice(0, shared + OF_ONE_ACCOUNT)
  const rest = ranges.slice(shown.length)
  const accounts = new Set(rest.flatMap((range) => range.accounts)).size
  return [
    ...shown.flatMap((range) => sum(title, range, told)),
    ...(rest.length === 0
      ? []
      : [`- **${title}:** ${rest.length} more, of ${count(accounts, 'account')}, under Evidence.`]),
  ]
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
  const more = conflicts.length - CONFLICTS
  return [
    '',
    'Different figures for what looks like the same money:',
    '',
    ...conflicts.slice(0, CONFLICTS).map(line),
    ...(more > 0 ? [`- ${count(more, 'more account')} under Evidence.`] : []),
  ]
}

function quotes(title: string, group: Group, persona: Persona, told: Teller): string[] {
  const some = told.some(group.evidence, QUOTES)
  return some.length === 0 ? [] : ['', `### ${title} · ${share(group.accounts.length, persona)}`, ...spaced(some)]
}
