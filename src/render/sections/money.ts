/** Money: ranges over accounts per currency and period, limits, conflicts, whose and when; nothing is averaged. */
import type { Group, MoneyRange, Persona } from '../../types.ts'
import { count, money as amount } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { accountNames, share, spaced, teller, type Teller } from './findings.ts'

const QUOTES = 3

export function money(persona: Persona, quoting: Quoting): string[] {
  const { ranges, limits, today, small, conflicts, whose, when, other } = persona.money
  const told = teller(quoting)
  const tables = [
    table('Amounts named', ranges, told),
    table('Limits of approval', limits, told),
    table('Paid or lost today', today, told),
    table('Small sums: per head or piece', small, told),
  ].flat()
  const parts = [
    ...(tables.length === 0
      ? []
      : ['', '| what | amounts | accounts | which |', '| --- | --- | --- | --- |', ...tables]),
    ...contradictions(conflicts, told),
    ...quotes('Whose money', whose, persona, told),
    ...quotes('When it opens and closes', when, persona, told),
    ...(tables.length + whose.accounts.length + when.accounts.length === 0 ? [] : ['']),
    ...quotes('Also said', other, persona, told),
  ]
  return trimmed(parts)
}

/** No two empty lines in a row, none at the beginning. */
function trimmed(lines: readonly string[]): string[] {
  return lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''))
}

function table(title: string, ranges: readonly MoneyRange[], told: Teller): string[] {
  return ranges.map(
    (range, at) =>
      `| ${at === 0 ? title : ''} | ${rangeOf(range)} | ${range.accounts.length} | ${accountNames(range.accounts, told.text)} |`,
  )
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
