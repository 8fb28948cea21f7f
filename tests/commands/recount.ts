/**
 * Counts from the records of `personas tag --all` alone what the pages say. It shares with the program the lists of words
 * that sort statements (`vocabulary.ts`, `review-words.ts`) and nothing that counts, groups, sorts or writes.
 */
import {
  ALONE,
  BUDGET,
  CONDITIONAL,
  DUTY,
  HARD,
  LIMIT,
  MAYBE,
  MOTIVE_WORDS,
  NO_STAKE,
  OUTCOME,
  STEPS,
  TODAY,
  TRIGGER,
  WHEN,
  WHOSE,
  WISH,
} from '../../src/synthesize/vocabulary.ts'
import { NEGATIVE, PRAISE, SETTLED } from '../../src/synthesize/review-words.ts'
import type { NoteRecord, PersonRecord, StatementRecord } from '../../src/types.ts'

export type AnyRecord = NoteRecord | PersonRecord | StatementRecord

/** A signal with its note and account. */
export interface Said {
  s: StatementRecord
  n: NoteRecord
  account: string
}

export interface Deal {
  outcome: 'won' | 'lost' | 'open'
  value: { amount: number; currency: string | null } | null
  heads: number | null
}

export class Recount {
  readonly notes: NoteRecord[]
  readonly people: PersonRecord[]
  readonly statements: StatementRecord[]
  readonly said: Said[]
  readonly deals = new Map<string, Deal>()
  private readonly noteOf: Map<string, NoteRecord>

  constructor(records: readonly AnyRecord[]) {
    this.notes = records.filter((one) => one.kind === 'note')
    this.people = records.filter((one) => one.kind === 'person')
    this.statements = records.filter((one) => one.kind === 'statement')
    this.noteOf = new Map(this.notes.map((note) => [note.file, note]))
    this.said = this.statements
      .filter((s) => s.tag !== 'none' && s.accepted && !s.repeated && s.side !== 'seller')
      .filter((s) => s.tag !== 'objection' || s.origin !== 'model' || !isPraise(s))
      .map((s) => ({ s, n: this.noteOf.get(s.file)!, account: this.accountAt(s.file) }))
    for (const account of new Set(this.notes.map(({ file }) => this.accountAt(file))))
      this.deals.set(account, this.deal(account))
  }

  accountAt(file: string): string {
    return this.noteOf.get(file)!.account ?? `file:${file}`
  }

  private deal(account: string): Deal {
    const own = this.notes.filter(({ file }) => this.accountAt(file) === account)
    own.sort((a, b) => ((a.date ?? '') + a.file < (b.date ?? '') + b.file ? -1 : 1))
    const outcome = own.reduce<Deal['outcome']>(
      (last, note) => (note.stage === 'won' || note.stage === 'lost' ? note.stage : (note.outcome ?? last)),
      'open',
    )
    const newest = own.toReversed()
    const heads = newest
      .map(({ size }) => /(\d[\d.,' ]*)\s*(?:people|employees|staff|fte)/iu.exec(size ?? '')?.[1]?.replace(/\D/g, ''))
      .find((digits) => digits)
    return {
      outcome,
      value: newest.find(({ dealValue }) => dealValue)?.dealValue ?? null,
      heads: heads ? Number(heads) : null,
    }
  }

  /** A deal that has not ended, in an account where more was done than research. */
  isOpenSale(account: string): boolean {
    const visits = this.notes.filter(({ file }) => this.accountAt(file) === account)
    return this.deals.get(account)!.outcome === 'open' && !visits.every(({ file }) => /[/-]research/.test(file))
  }

  /** What a page rests on. */
  of(persona: string): Said[] {
    return this.said.filter(({ s }) => s.persona === persona)
  }

  /** Calls of an account, with a date, oldest first. */
  callsOf(account: string): string[] {
    return this.notes
      .filter(({ file, date, duplicateOf }) => this.accountAt(file) === account && date && !duplicateOf)
      .toSorted((a, b) => (a.date! + a.file < b.date! + b.file ? -1 : 1))
      .map(({ file }) => file)
  }

  /** Signals of a persona, or of all, that wait for review. */
  waiting(persona: string, tag?: string): StatementRecord[] {
    return this.statements.filter(
      (s) =>
        s.persona === persona &&
        s.tag !== 'none' &&
        (tag === undefined || s.tag === tag) &&
        !s.accepted &&
        !s.repeated &&
        s.side !== 'seller',
    )
  }

  /** The turn after it is ours and says more than a few words or a question; in a review nobody answers. */
  answered({ s, n }: Said): boolean {
    if (n.stage === 'won' || n.stage === 'lost') return false
    const own = this.statements.filter(({ file }) => file === s.file)
    const at = own.findIndex((other) => other.line === s.line && other.digest === s.digest)
    let next = at + 1
    while (own[next] && own[next]!.speaker === s.speaker && own[next]!.side === s.side) next += 1
    for (; own[next]?.side === 'seller'; next += 1)
      if (!own[next]!.text.trim().endsWith('?') && own[next]!.text.split(/\s+/).length >= 4) return true
    return false
  }

  /** Something that a later entry of the account says is out of the way. */
  mayBeSettled(account: string, said: readonly Said[]): boolean {
    return this.statements.some(
      (s) =>
        this.accountAt(s.file) === account &&
        SETTLED.test(straight(s.text)) &&
        said.every(
          (one) =>
            (this.noteOf.get(s.file)!.date ?? '') > (one.n.date ?? '') ||
            (s.file === one.s.file && s.line > one.s.line),
        ),
    )
  }

  ending(account: string, all: readonly Said[]): string {
    const said = all.filter(({ n }) => n.stage !== 'won' && n.stage !== 'lost')
    if (said.length === 0) return 'told in the review'
    const calls = this.callsOf(account)
    const at = calls.flatMap((file, index) => (said.some(({ n }) => callOf(n) === file) ? [index] : []))
    if (at.length > 1) return 'came back in a later call'
    const { outcome } = this.deals.get(account)!
    if (outcome === 'lost') return 'not heard again, deal lost'
    if (outcome === 'won') return 'not heard again, deal won'
    return at.length === 1 && at[0]! < calls.length - 1
      ? 'not heard again, deal open'
      : 'raised in the last call, deal open'
  }
}

export const callOf = (note: NoteRecord): string => note.duplicateOf ?? note.file
export const accountsIn = (said: readonly Said[]): string[] => [...new Set(said.map(({ account }) => account))]
export const callsIn = (said: readonly Said[]): number => new Set(said.map(({ n }) => callOf(n))).size
export const isPersonal = ({ s }: Said): boolean => s.facets.scope === 'personal'
export const isProcess = ({ s }: Said): boolean =>
  s.facets.force === 'process' || (s.facets.force !== 'deal-breaker' && s.theme === 'process')

const straight = (text: string): string => text.replaceAll('’', "'")

function isPraise({ text }: { text: string }): boolean {
  return PRAISE.test(straight(text)) && !NEGATIVE.test(straight(text).replace(PRAISE, ' '))
}

export function aspect({ s }: Said): string {
  if (isPraise(s)) return 'Results, which stand nowhere'
  if (DUTY.test(straight(s.text))) return 'What they answer for to others'
  const trigger = s.theme === 'trigger' || s.theme === 'trigger-job' || TRIGGER.test(straight(s.text))
  if (s.facets.scope !== 'personal' && trigger) return 'Why now'
  return OUTCOME.test(straight(s.text)) ? 'What should be different' : 'What hurts today'
}

export function motive({ s }: Said): string | null {
  const told = MOTIVE_WORDS.find(([, words]) => words.test(s.text))?.[0]
  return told ?? (s.theme?.startsWith('personal-standing') ? 'status' : null)
}

/** What hangs on a criterion: the facet, `must` without one, and a wish where the words say so. */
export function force({ s }: Said): string {
  const told = s.facets.force ?? 'must'
  if (told === 'process') return told
  if (NO_STAKE.test(straight(s.text))) return 'nice'
  const wished = WISH.test(straight(s.text)) && !HARD.test(straight(s.text))
  return told === 'must' && wished ? 'nice' : told
}

export const isConditional = (one: Said): boolean =>
  (one.s.tag === 'criterion' || one.s.tag === 'objection') &&
  force(one) === 'must' &&
  CONDITIONAL.test(straight(one.s.text))

export const namesStep = ({ s }: Said): boolean => STEPS.some(([, words]) => words.test(s.text))

export function moneyPart({ s }: Said): string {
  return WHOSE.test(s.text) ? 'Whose money' : WHEN.test(s.text) ? 'When it opens and closes' : 'Also said'
}

export function moneyKind({ s }: Said): string {
  const { min, max } = s.facets.amount!
  if (Math.max(min ?? 0, max ?? 0) < 500) return 'Per head or piece'
  if (LIMIT.test(s.text)) return 'Limits of approval'
  if (BUDGET.test(s.text)) return 'Budget, or money set aside'
  if (ALONE.test(s.text)) return 'Limits of approval'
  const now = TODAY.test(s.text) || s.theme?.startsWith('current-spend') === true
  return now && !MAYBE.test(s.text) ? 'Paid or lost today' : 'Other sums'
}
