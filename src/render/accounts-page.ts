/** All accounts: who decides in each of them, who of those was heard. Once, instead of on the page of every persona. */
import { outcomesByAccount } from '../synthesize/calls.ts'
import { pricesIn } from '../synthesize/rivals.ts'
import { BUYING_ROLES, type BuyingRole, type Evidence, type Rival, type Seat, type Synthesis } from '../types.ts'
import { count, list } from './phrases.ts'
import type { Quoting } from './quote.ts'
import { accountNames, teller } from './sections/findings.ts'

type Outcomes = ReturnType<typeof outcomesByAccount>

export const ACCOUNTS_PAGE = 'accounts.md'
const MOST_NAMED = 4
/** Quotes on one rival. */
const MOST_QUOTES = 8
/** So that the page renders on GitHub, which takes 512 kB. */
const MOST_ACCOUNTS = 1500

export function accountsBlock({ accounts, rivals, notes }: Synthesis, quoting: Quoting): string[] {
  const outcomes = outcomesByAccount(notes)
  return [
    '# Accounts',
    '',
    'Who decides where, and who else is in the race, as far as the notes tell.',
    '',
    ...committees(accounts, quoting),
    ...others(rivals, outcomes, quoting),
  ]
}

/** What they could buy or do instead: only what a quote says. */
function others(rivals: readonly Rival[], outcomes: Outcomes, quoting: Quoting): string[] {
  const told = teller(quoting)
  const sections = rivals.flatMap(({ name, accounts, evidence }) => {
    const quotes = evidence.flatMap((one) => {
      const quote = told.first([one])
      return quote === null ? [] : [{ one, quote }]
    })
    if (quotes.length === 0) return []
    const title = name === null ? 'Other offers and ways of their own' : quoting.text(name)
    return [
      '',
      `### ${title} · ${count(accounts.length, 'account')}`,
      '',
      ...quotes.slice(0, MOST_QUOTES).flatMap(({ one, quote }) => [against(one, outcomes, quoting), `  ${quote}`]),
    ]
  })
  return sections.length === 0 ? [] : ['', '## Who else, at what price', ...sections]
}

function against({ account, statement }: Evidence, outcomes: Outcomes, quoting: Quoting): string {
  const prices = pricesIn(statement.text).map((price) => quoting.text(price))
  const where = `${accountNames([account], (text) => quoting.text(text))} (${outcomes.get(account) ?? 'open'})`
  return `- **${where}**${prices.length === 0 ? '' : ` · ${list(prices)}`}`
}

/** Titles by account; whoever never said a word in the notes is set in italics. */
function committees(all: Synthesis['accounts'], quoting: Quoting): string[] {
  if (all.length === 0) return ['The notes name nobody whose part in a decision is known.']
  const shown = all
    .slice(0, MOST_ACCOUNTS)
    // By name, so that a new call moves no line.
    .toSorted((a, b) => (a.account < b.account ? -1 : 1))
  const roles = BUYING_ROLES.filter((role) => shown.some(({ seats }) => seats.some((seat) => seat.role === role)))
  const more = all.length - shown.length
  return [
    '## Who is at the table',
    '',
    'By part in the decision; *in italics* who is known and was never heard.',
    '',
    `| account | deal | ${roles.join(' | ')} |`,
    `| --- | --- |${roles.map(() => ' --- |').join('')}`,
    ...shown.map(({ account, outcome, seats }) => {
      const cells = roles.map((role) => cell(seats, role, quoting))
      return `| ${accountNames([account], (text) => quoting.text(text))} | ${outcome} | ${cells.join(' | ')} |`
    }),
    ...(more === 0 ? [] : ['', `${count(more, 'account')} heard earlier ${more === 1 ? 'is' : 'are'} left out.`]),
  ]
}

function cell(seats: readonly Seat[], role: BuyingRole, quoting: Quoting): string {
  const own = seats.filter((seat) => seat.role === role)
  const untitled = own.filter(({ title }) => title === null).length
  const titled = own.flatMap(({ title, heard }) => {
    if (title === null) return []
    return [heard ? quoting.text(title) : `*${quoting.text(title)}*`]
  })
  return list([...titled, ...(untitled === 0 ? [] : [`${untitled} without a title`])], MOST_NAMED)
}
