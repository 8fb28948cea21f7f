/** Money: ranges over accounts per currency and period, limits, conflicts; nothing is averaged. */
import type { MoneyRange, Persona } from '../../types.ts'
import { count, money as amount } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { alsoSaid, asListItem, saidOnce, shared, unthemed } from './findings.ts'

export function money(persona: Persona, quoting: Quoting): string[] {
  const { ranges, limits, conflicts, findings } = persona.money
  const { shown, once } = shared(findings)
  const parts = [
    table('Amounts named', ranges),
    table('Limits of approval', limits),
    conflicts.length === 0
      ? []
      : [
          '',
          'Different figures for what looks like the same money:',
          '',
          ...conflicts.map((conflict) => contradiction(conflict, quoting)),
        ],
    shown.length === 0
      ? []
      : ['', ...shown.flatMap((finding) => asListItem(finding, persona, quoting)), ...saidOnce(once, quoting)],
    alsoSaid(
      unthemed(persona, ({ tag }) => tag === 'budget'),
      quoting,
      findings.length === 0,
    ),
  ]
  return parts.flat().slice(1)
}

/** Begins with an empty line. */
function table(title: string, ranges: readonly MoneyRange[]): string[] {
  if (ranges.length === 0) return []
  const rows = ranges.map((range) => `| ${rangeOf(range)} | ${range.accounts.length} |`)
  return ['', `| ${title} | accounts |`, '| --- | --- |', ...rows]
}

function rangeOf({ min, max, currency, period }: MoneyRange): string {
  return amount(min, max, currency, period)
}

function contradiction({ account, ranges }: { account: string; ranges: MoneyRange[] }, quoting: Quoting): string {
  return `- ${quoting.text(account)}: ${ranges.map((range) => `${rangeOf(range)} (${count(range.evidence.length, 'statement')})`).join(' against ')}`
}
