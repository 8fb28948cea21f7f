/** Amounts as ranges per currency and period; limits apart from budgets; what contradicts itself side by side. */
import type { Evidence, Money, MoneyRange, NoteAnalysis, SumKind } from '../types.ts'
import { accountOf } from './calls.ts'
import { groupOf } from './groups.ts'
import { byText, groupBy, unique } from './order.ts'
import { bestFirst } from './quotes.ts'
import { ALONE, BUDGET, LIMIT, MAYBE, TODAY, WHEN, WHOSE } from './vocabulary.ts'

/** Under this a sum is a price per head or piece, or a slip; no purchase. */
const SMALL = 500

/**
 * @param evidence of the tag budget
 * @param currencies what an account's notes count in, where they always name the same; see `currenciesOf`
 */
export function moneyOf(evidence: readonly Evidence[], currencies: ReadonlyMap<string, string>): Money {
  const told = evidence.flatMap((one) => withCurrency(one, currencies))
  const byKind = groupBy(told, kindOf)
  const [whose, nobodys] = split(evidence, ({ statement }) => WHOSE.test(statement.text))
  const [when, other] = split(nobodys, ({ statement }) => WHEN.test(statement.text))
  return {
    sums: KINDS.flatMap((kind) => rangesOf(byKind.get(kind) ?? []).map((range) => ({ kind, range }))),
    conflicts: conflictsIn(byKind.get('budget') ?? []),
    whose: groupOf(whose),
    when: groupOf(when),
    other: groupOf(other),
  }
}

/** In the order in which a page tells them. */
const KINDS: readonly SumKind[] = ['budget', 'limit', 'today', 'other', 'piece']

/** What a sum is, by the words around it: a range must not mix a signing limit with a turnover. */
function kindOf(one: Evidence): SumKind {
  const { text, theme } = one.statement
  if (isSmall(one)) return 'piece'
  if (LIMIT.test(text)) return 'limit'
  if (BUDGET.test(text)) return 'budget'
  if (ALONE.test(text)) return 'limit'
  const flows = TODAY.test(text) || theme?.startsWith('current-spend') === true
  return flows && !MAYBE.test(text) ? 'today' : 'other'
}

/** Those that are, then those that are not. */
function split(evidence: readonly Evidence[], is: (one: Evidence) => boolean): [Evidence[], Evidence[]] {
  const [yes, no]: [Evidence[], Evidence[]] = [[], []]
  for (const one of evidence) (is(one) ? yes : no).push(one)
  return [yes, no]
}

function isSmall({ statement }: Evidence): boolean {
  const { min, max } = statement.facets.amount ?? {}
  return Math.max(min ?? 0, max ?? 0) < SMALL
}

/** Whoever says "about sixty" in a call about euros means euros. A number that may be of something else is no sum on a page. */
function withCurrency(one: Evidence, currencies: ReadonlyMap<string, string>): Evidence[] {
  const { amount } = one.statement.facets
  if (amount === undefined || (amount.min === null && amount.max === null)) return []
  if (amount.guess === true) return []
  const currency = amount.currency ?? currencies.get(one.account) ?? null
  if (currency === amount.currency) return [one]
  return [
    { ...one, statement: { ...one.statement, facets: { ...one.statement.facets, amount: { ...amount, currency } } } },
  ]
}

/** The currency of each account whose notes name no other. */
export function currenciesOf(evidence: readonly Evidence[], notes: readonly NoteAnalysis[]): Map<string, string> {
  const said = evidence.map(({ account, statement }) => ({ account, currency: statement.facets.amount?.currency }))
  const dealt = notes.map(({ note }) => ({ account: accountOf(note), currency: note.dealValue?.currency }))
  const known = [...said, ...dealt].flatMap(({ account, currency }) =>
    typeof currency === 'string' ? [{ account, currency }] : [],
  )
  return new Map(
    [...groupBy(known, ({ account }) => account)].flatMap(([account, own]) => {
      const [currency, ...others] = unique(own.map((one) => one.currency))
      return currency !== undefined && others.length === 0 ? [[account, currency] as const] : []
    }),
  )
}

function rangesOf(evidence: readonly Evidence[]): MoneyRange[] {
  // Without a currency two accounts may count in different ones.
  const unit = ({ statement, account }: Evidence) =>
    `${statement.facets.amount?.currency ?? account}/${statement.facets.amount?.period ?? ''}`
  return [...groupBy(evidence, unit).values()]
    .map(rangeOf)
    .toSorted(
      (a, b) =>
        b.accounts.length - a.accounts.length ||
        byText(a.currency ?? '', b.currency ?? '') ||
        byText(a.period ?? '', b.period ?? '') ||
        byText(a.accounts[0] ?? '', b.accounts[0] ?? ''),
    )
}

function rangeOf(evidence: readonly Evidence[]): MoneyRange {
  const amounts = evidence.flatMap(({ statement }) => statement.facets.amount ?? [])
  const numbers = amounts.flatMap(({ min, max }) => [min, max]).filter((value) => value !== null)
  const min = numbers.reduce((a, b) => Math.min(a, b), Infinity)
  const max = numbers.reduce((a, b) => Math.max(a, b), -Infinity)
  // What is quoted must show where the range ends.
  const ends = ({ statement: { facets } }: Evidence) => facets.amount?.min === min || facets.amount?.max === max
  return {
    currency: amounts[0]?.currency ?? null,
    period: amounts[0]?.period ?? null,
    min,
    max,
    accounts: unique(evidence.map(({ account }) => account)),
    evidence: bestFirst(evidence).toSorted((a, b) => Number(ends(b)) - Number(ends(a))),
  }
}

/**
 * Two notes of one account that name different sums in the same unit.
 * Sums that overlap don't contradict each other; sums of another order of magnitude are of something else.
 */
function conflictsIn(evidence: readonly Evidence[]): Money['conflicts'] {
  return [...groupBy(evidence, ({ account }) => account)]
    .flatMap(([account, own]) => {
      const byUnit = groupBy(
        own,
        ({ statement }) => `${statement.facets.amount?.currency ?? ''}/${statement.facets.amount?.period ?? ''}`,
      )
      return [...byUnit.values()].flatMap((same) => {
        const sums = groupBy(same, ({ statement }) => `${statement.facets.amount?.min}-${statement.facets.amount?.max}`)
        const files = new Set(same.map(({ note }) => note.file))
        if (files.size < 2 || sums.size < 2) return []
        const ranges = [...sums.values()].map(rangeOf).toSorted((a, b) => a.min - b.min || a.max - b.max)
        return contradict(ranges) ? [{ account, ranges }] : []
      })
    })
    .toSorted((a, b) => byText(a.account, b.account))
}

const SAME_ORDER = 4

function contradict(ranges: readonly MoneyRange[]): boolean {
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first !== undefined && last !== undefined && last.min > first.max && last.max <= first.min * SAME_ORDER
}
