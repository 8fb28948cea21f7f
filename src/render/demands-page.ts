/** Feature demands from the buyer's side: what the product is asked for or lacks, by accounts, with the deals behind it. */
import type { Demand, Synthesis } from '../types.ts'
import { count, list, outcomes } from './phrases.ts'
import type { Quoting } from './quote.ts'
import { accountNames, deals, spaced, teller, type Teller } from './sections/findings.ts'

const QUOTES = 5

export function demandsBlock(synthesis: Synthesis, quoting: Quoting): string[] {
  const { demands } = synthesis
  const told = teller(quoting)
  return [
    '# What buyers ask the product for',
    '',
    ...introduction(synthesis),
    ...table(demands, told),
    ...demands.flatMap((demand) => section(demand, told)),
  ]
}

function introduction({ demands, notes }: Synthesis): string[] {
  if (demands.length === 0) return ['The notes hold no demand for anything that the product would have to do.']
  const accounts = new Set(demands.flatMap((demand) => demand.accounts)).size
  const all = new Set(notes.flatMap(({ note }) => note.account ?? [])).size
  return [
    `Requirements, and objections about what is missing, from ${accounts} of ${count(all, 'account')}. Each account counts once a demand, by the`,
    'strongest thing that it says: *deal-breaker* (the purchase hangs on it), *must*, *missed* (held against us), *wish*.',
    'A deal behind a demand is not won by building it alone: read the quotes.',
  ]
}

function table(demands: readonly Demand[], told: Teller): string[] {
  if (demands.length === 0) return []
  return [
    '',
    '| demand | accounts | deal-breaker | must | missed | wish | deals behind it | won, lost, open |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...demands.map(({ name, accounts, force, value, outcomes: ends }) =>
      [
        `| ${told.text(name)}`,
        accounts.length,
        force['deal-breaker'].length || '',
        force.must.length || '',
        force.missed.length || '',
        force.nice.length || '',
        deals(value) || '–',
        `${outcomes(ends) || '–'} |`,
      ].join(' | '),
    ),
  ]
}

function section({ name, accounts, force, roles, evidence }: Demand, told: Teller): string[] {
  const who = list(roles.map(({ value, count: n }) => `${value} (${n})`))
  const hangs = force['deal-breaker']
  const facts = [
    `Asked for by ${accountNames(accounts, told.text, 5)}${who === '' ? '' : `; parts: ${who}`}.`,
    hangs.length === 0 ? '' : `The purchase hangs on it at ${accountNames(hangs, told.text, 5)}.`,
  ].filter((fact) => fact !== '')
  return [
    '',
    `## ${told.text(name)} · ${count(accounts.length, 'account')}`,
    '',
    facts.join(' '),
    ...spaced(told.some(evidence, QUOTES)),
  ]
}
