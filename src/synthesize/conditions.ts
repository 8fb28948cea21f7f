/** Demands that the purchase is made to depend on ("only if you build X"), with the accounts and deals behind them. */
import type { Condition, Evidence, Theme } from '../types.ts'
import { tally } from './calls.ts'
import { valueOf } from './deals.ts'
import type { Market } from './findings.ts'
import { forceOf } from './force.ts'
import { groupOf } from './groups.ts'
import { byText, groupBy } from './order.ts'
import { CONDITIONAL } from './vocabulary.ts'

/** @param evidence objections and criteria; deal-breakers count as they are, and a wish is no condition */
export function conditionsOf(
  evidence: readonly Evidence[],
  themes: ReadonlyMap<string, Theme>,
  { deals, outcomes }: Pick<Market, 'deals' | 'outcomes'>,
): Condition[] {
  const conditional = evidence.filter(
    ({ statement }) =>
      (statement.tag === 'criterion' || statement.tag === 'objection') &&
      CONDITIONAL.test(statement.text.replaceAll('’', "'")) &&
      forceOf(statement) === 'must',
  )
  return [...groupBy(conditional, ({ statement }) => statement.theme)]
    .map(([id, own]) => {
      const group = groupOf(own)
      return {
        theme: id === null ? null : (themes.get(id) ?? null),
        ...group,
        outcomes: tally(group.accounts, outcomes),
        value: valueOf(group.accounts, deals),
      }
    })
    .toSorted(
      (a, b) =>
        Number(b.theme !== null) - Number(a.theme !== null) ||
        b.accounts.length - a.accounts.length ||
        byText(a.theme?.name ?? '', b.theme?.name ?? ''),
    )
}
