/** Amounts as ranges per currency and period; limits apart from budgets; what contradicts itself side by side. */
import type { Amount, Evidence, Finding, Money, MoneyRange } from '../types.ts'
import { byText, groupBy, unique } from './order.ts'
import { byQuality } from './quotes.ts'

/** Money that somebody may sign for, not money that is there for this. */
const LIMIT =
  /\b(?:limits?|thresholds?|(?:can|may|could|i|he|she) signs?|sign(?:s|ing)? (?:off )?(?:up to|anything|below|under|above|for)|(?:anything|everything|all|purchases?|spend\w*) (?:over|above|under|below|beyond)|above (?:that|this|it|which)|over that|goes? to (?:the )?(?:board|cfo|ceo|committee|council|owner)|needs (?:the )?(?:board|cfo|ceo|committee|council)|delegat\w+|signing authority|approve (?:up to|anything))\b/i
/** What they pay for something else now. */
const TODAY = /\b(?:today|currently|now pay|pay(?:s|ing)? (?:now|today)|replac\w+|last year|old (?:tool|system|contract)|existing|spent|costs? us|salary|a year for|renewal)\b/i

export function moneyOf(evidence: readonly Evidence[], findings: Finding[]): Money {
  const told = evidence.filter(({ statement }) => statement.facets.amount !== undefined && hasNumber(statement.facets.amount))
  const limits = told.filter(({ statement }) => LIMIT.test(statement.text))
  const spend = told.filter((one) => !limits.includes(one) && !TODAY.test(one.statement.text))
  return { ranges: rangesOf(spend), limits: rangesOf(limits), conflicts: conflictsIn(spend), findings }
}

function hasNumber(amount: Amount): boolean {
  return amount.min !== null || amount.max !== null
}

function rangesOf(evidence: readonly Evidence[]): MoneyRange[] {
  const unit = ({ statement }: Evidence) => `${statement.facets.amount?.currency ?? ''}/${statement.facets.amount?.period ?? ''}`
  return [...groupBy(evidence, unit).values()]
    .map(rangeOf)
    .toSorted((a, b) => b.accounts.length - a.accounts.length || byText(a.currency ?? '', b.currency ?? '') || byText(a.period ?? '', b.period ?? ''))
}

function rangeOf(evidence: readonly Evidence[]): MoneyRange {
  const amounts = evidence.flatMap(({ statement }) => statement.facets.amount ?? [])
  const numbers = amounts.flatMap(({ min, max }) => [min, max]).filter((value) => value !== null)
  return {
    currency: amounts[0]?.currency ?? null,
    period: amounts[0]?.period ?? null,
    min: Math.min(...numbers),
    max: Math.max(...numbers),
    accounts: unique(evidence.map(({ account }) => account)),
    evidence: evidence.toSorted(byQuality),
  }
}

/** Two notes of one account that name different sums in the same unit, where the words say that it is the budget. */
function conflictsIn(evidence: readonly Evidence[]): Money['conflicts'] {
  const budgets = evidence.filter(({ statement }) => /\b(?:budget|set aside|approved|released|earmarked|reserved|pot|line|funds?)\b/i.test(statement.text))
  return [...groupBy(budgets, ({ account }) => account)]
    .flatMap(([account, own]) => {
      const byUnit = groupBy(own, ({ statement }) => `${statement.facets.amount?.currency ?? ''}/${statement.facets.amount?.period ?? ''}`)
      return [...byUnit.values()].flatMap((same) => {
        const sums = groupBy(same, ({ statement }) => `${statement.facets.amount?.min}-${statement.facets.amount?.max}`)
        const files = new Set(same.map(({ note }) => note.file))
        return sums.size > 1 && files.size > 1 ? [{ account, ranges: [...sums.values()].map(rangeOf).toSorted((a, b) => a.min - b.min || a.max - b.max) }] : []
      })
    })
    .toSorted((a, b) => byText(a.account, b.account))
}
