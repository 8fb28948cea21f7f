/** All accounts: who decides in each of them, who of those was heard. Once, instead of on the page of every persona. */
import { BUYING_ROLES, type BuyingRole, type Seat, type Synthesis } from '../types.ts'
import { count, list } from './phrases.ts'
import type { Quoting } from './quote.ts'
import { accountNames } from './sections/findings.ts'

export const ACCOUNTS_PAGE = 'accounts.md'
const MOST_NAMED = 4
/** So that the page renders on GitHub, which takes 512 kB. */
const MOST_ACCOUNTS = 1500

export function accountsBlock({ accounts }: Synthesis, quoting: Quoting): string[] {
  return ['# Accounts', '', 'Who decides where, as far as the notes tell.', '', ...committees(accounts, quoting)]
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
