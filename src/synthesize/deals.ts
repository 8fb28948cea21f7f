/** What notes say of an account and its deal, and deals added up. */
import type { DealValue, NoteAnalysis, NoteRecord } from '../types.ts'
import { accountOf, outcomesByAccount, type DealOutcome } from './calls.ts'
import { byText, groupBy } from './order.ts'

interface Deal {
  account: string
  outcome: DealOutcome
  value: NonNullable<NoteRecord['dealValue']> | null
  industry: string | null
  /** How many people the company has, where its size is told in heads. */
  heads: number | null
}

export type Deals = ReadonlyMap<string, Deal>

/** By account; of several notes the newest that tells a thing is right. */
export function dealsOf(notes: readonly NoteAnalysis[]): Deals {
  const outcomes = outcomesByAccount(notes)
  const inOrder = notes
    .map(({ note }) => note)
    .toSorted((a, b) => byText(b.date ?? '', a.date ?? '') || byText(b.file, a.file))
  return new Map(
    [...groupBy(inOrder, accountOf)].map(([account, own]) => [
      account,
      {
        account,
        outcome: outcomes.get(account) ?? 'open',
        value: own.find(({ dealValue }) => dealValue !== null)?.dealValue ?? null,
        industry: own.find(({ industry }) => industry !== null)?.industry ?? null,
        heads: own.map(({ size }) => headsOf(size)).find((heads) => heads !== null) ?? null,
      },
    ]),
  )
}

/** "85 people, 3 yards" has 85 heads; revenues and sites are not counted. */
export function headsOf(size: string | null): number | null {
  const digits = /(\d[\d.,' ]{0,30})\s{0,9}(?:people|employees|staff|fte)/iu.exec(size ?? '')?.[1]?.replace(/\D/g, '')
  return digits === undefined || digits === '' ? null : Number(digits)
}

/** Each account's deal once, largest sum first. */
export function valueOf(accounts: readonly string[], deals: Deals): DealValue[] {
  const values = accounts.flatMap((account) => deals.get(account)?.value ?? [])
  return [...groupBy(values, ({ currency }) => currency)]
    .map(([currency, own]) => ({
      currency,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
      accounts: own.length,
    }))
    .toSorted((a, b) => b.accounts - a.accounts || byText(a.currency ?? '', b.currency ?? ''))
}
