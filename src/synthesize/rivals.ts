/** Who else is in the race, or which way of their own: by name where the configuration knows it, with the prices that notes name. */
import type { Evidence, Rival } from '../types.ts'
import { groupOf } from './groups.ts'
import { byText, groupBy } from './order.ts'

/** Money as it stands in a text, with its currency: "€ 31,000 a year", "USD 82 per user". */
const PRICE =
  /(?:[€$£]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|INR|ZAR|CAD|AUD|NZD|MXN|BRL|TRY)\b)\s?\d(?:[\d.,' ]*\d)?(?:\s?(?:k|m|million|thousand|lakh|crore)\b)?(?:\s?(?:per|an?|\/)\s?(?:year|month|seat|user|head|machine|site)\b)?/giu

/**
 * @param competitors names from the configuration
 * @returns rivals by accounts, those without a name last; of a statement on two rivals each has it
 */
export function rivalsOf(evidence: readonly Evidence[], competitors: readonly string[]): Rival[] {
  const named = evidence.flatMap((one): { name: string | null; one: Evidence }[] => {
    const names = competitors.filter((name) => mentions(one.statement.text, name))
    if (names.length > 0) return names.map((name) => ({ name, one }))
    const { tag, facets } = one.statement
    return tag === 'objection' && facets.category === 'competitor' ? [{ name: null, one }] : []
  })
  return [...groupBy(named, ({ name }) => name)]
    .map(([name, own]) => ({ name, ...groupOf(own.map(({ one }) => one)) }))
    .toSorted(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.accounts.length - a.accounts.length ||
        byText(a.name ?? '', b.name ?? ''),
    )
}

/** @returns the sums of a text, as they stand there */
export function pricesIn(text: string): string[] {
  return [...text.matchAll(PRICE)].map(([price]) => price.trim())
}

/** As whole words, in any case. */
function mentions(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  if (name.trim() === '' || at < 0) return false
  const around = [text.slice(0, at).at(-1), text.slice(at + name.length).at(0)]
  return around.every((sign) => sign === undefined || !/[\p{L}\p{N}]/u.test(sign))
}
