/** Finds evidence and questions again: by who said it, where, when, on what, in which words. */
import type { BuyingRole, Evidence, PersonRecord, Question, Signal, Stage, Synthesis } from '../types.ts'
import { accountKey } from './accounts.ts'
import { accountOf } from './calls.ts'
import { nameWords } from './names.ts'
import { byText, unique } from './order.ts'
import { stemsOf } from './phrases.ts'
import { byQuality } from './quotes.ts'
import { openSales } from './sales.ts'
import { waitingIn } from './waiting.ts'

/** What is asked for; what is left out is not asked. `persona` and `theme` are ids, `accounts` canonical names. */
export interface Wanted {
  persona?: string
  accounts?: readonly string[]
  theme?: string
  tag?: Signal
  stage?: Stage
  role?: BuyingRole
  /** What waits for review in place of what is accepted. */
  waiting?: boolean
  /** Words that all stand in the statement, in any form and order. */
  text?: string
}

/** @returns accepted evidence that fits, or what waits for review, each statement once, what explains most first */
export function searchEvidence({ personas, unattributed, notes }: Synthesis, wanted: Wanted): Evidence[] {
  const accepted = () => [
    ...personas.flatMap(({ themes, unthemed }) => [...themes.flatMap(({ evidence }) => evidence), ...unthemed]),
    ...unattributed,
  ]
  const all = wanted.waiting === true ? waitingIn(notes) : accepted()
  const stems = stemsOf(wanted.text ?? '')
  const fits = ({ statement, note, account }: Evidence): boolean =>
    (wanted.persona === undefined || statement.persona === wanted.persona) &&
    (wanted.accounts === undefined || wanted.accounts.includes(account)) &&
    (wanted.theme === undefined || statement.theme === wanted.theme) &&
    (wanted.tag === undefined || statement.tag === wanted.tag) &&
    (wanted.stage === undefined || note.stage === wanted.stage) &&
    (wanted.role === undefined || statement.role === wanted.role) &&
    (stems.length === 0 || holdsAll(stemsOf(statement.text), stems))
  return all.filter(fits).toSorted(byQuality)
}

function holdsAll(stems: readonly string[], wanted: readonly string[]): boolean {
  const there = new Set(stems)
  return wanted.every((stem) => there.has(stem))
}

/** Whom a question is for: a persona, or what a persona is asked in one account. */
export interface Audience {
  persona?: string
  accounts?: readonly string[]
  /** Who is spoken with: their personas in their accounts. */
  people?: readonly { persona: string; account: string }[]
}

/** @returns what is open for them, by what an answer would change; a question that names other accounts is not theirs */
export function questionsFor({ personas, notes }: Synthesis, { persona, accounts, people }: Audience): Question[] {
  const heardAt = new Set(
    notes.flatMap(({ note, people: present }) => present.map((person) => `${person.persona}\n${accountOf(note)}`)),
  )
  const sales = new Set(openSales(notes))
  const open = (question: Question, account: string) =>
    question.accounts.length === 0
      ? sales.has(account) && heardAt.has(`${question.persona}\n${account}`)
      : question.accounts.includes(account)
  return personas
    .flatMap(({ questions }) => questions)
    .filter(
      (question) =>
        (persona === undefined || question.persona === persona) &&
        (accounts === undefined || accounts.some((account) => open(question, account))) &&
        (people === undefined ||
          people.some((person) => person.persona === question.persona && open(question, person.account))),
    )
    .toSorted((a, b) => b.weight - a.weight || byText(a.persona, b.persona) || byText(a.text, b.text))
}

/** Names of all accounts, as pages write them. */
export function accountsIn({ notes }: Synthesis): string[] {
  return unique(notes.map(({ note }) => accountOf(note)))
}

/** @returns the accounts that a name stands for: the one of that name, else those whose name begins with it */
export function accountsNamed(synthesis: Synthesis, given: string): string[] {
  const key = accountKey(given)
  const all = accountsIn(synthesis)
  const same = all.filter((account) => accountKey(account) === key)
  return same.length > 0 ? same : all.filter((account) => accountKey(account).startsWith(`${key} `))
}

/** @returns the customers' people of that name or part of a name, with the account of each, once */
export function peopleNamed({ notes }: Synthesis, given: string): { person: PersonRecord; account: string }[] {
  const words = nameWords(given)
  const found = new Map<string, { person: PersonRecord; account: string }>()
  for (const { note, people } of notes)
    for (const person of people) {
      const own = nameWords(person.name)
      if (person.side === 'seller' || words.length === 0 || !words.every((word) => own.includes(word))) continue
      found.set(`${accountOf(note)}\n${person.name}\n${person.persona}`, { person, account: accountOf(note) })
    }
  return [...found.values()]
}
