/** What they want to get done, for the business and for themselves, why now, and for whom. */
import { ENOUGH_CALLS } from '../../synthesize/calls.ts'
import { isTrigger } from '../../synthesize/jobs.ts'
import type { Evidence, Finding, Group, Motive, Persona } from '../../types.ts'
import { count, list } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { above, asListItem, saidOnce, shareBehind, shared, spaced, teller, unthemed, type Teller } from './findings.ts'

/** Under so many statements a percentage says more than is known. */
const STATEMENTS_FOR_SHARES = 10
const QUOTES = 3
/** Themes about themselves that a line names. */
const NAMED = 12

export function jobs(persona: Persona, quoting: Quoting): string[] {
  const { business, personal, pains, triggers, duties, outcomes } = persona.jobs
  const told = teller(
    quoting,
    persona.reviews.flatMap(({ reasons }) => reasons),
  )
  const loose = unthemed(persona, ({ tag }) => tag === 'job')
  if (business.length + personal.length + loose.length === 0) return []
  return [
    balance(persona),
    ...themes(
      'For the business',
      business.filter(({ theme }) => !isTrigger(theme.id)),
      persona,
      told,
    ),
    ...quotes('What hurts today', pains, persona, told),
    ...quotes('What should be different', outcomes, persona, told),
    ...quotes('Why now', triggers, persona, told),
    ...themselves(persona, personal, told),
    ...quotes('What they answer for to others', duties, persona, told),
  ]
}

function isPersonal({ statement }: Evidence): boolean {
  return statement.facets.scope === 'personal'
}

function balance({ jobs: { business, personal, personalShare }, unthemed: loose, sample }: Persona): string {
  const jobsOf = (findings: readonly Finding[], rest: readonly Evidence[]) =>
    findings.reduce((sum, { evidence }) => sum + evidence.length, rest.length)
  const rest = loose.filter(({ statement }) => statement.tag === 'job')
  const own = jobsOf(personal, rest.filter(isPersonal))
  const ours = jobsOf(
    business,
    rest.filter((one) => !isPersonal(one)),
  )
  const counted = `${count(ours, 'statement')} about the business, ${own} about themselves`
  if (personalShare === null || sample.calls < ENOUGH_CALLS || ours + own < STATEMENTS_FOR_SHARES) return `${counted}.`
  const percent = Math.round(100 * personalShare)
  return `${100 - percent} % business, ${percent} % personal, every account counting the same (${counted}).`
}

function themes(title: string, findings: readonly Finding[], persona: Persona, told: Teller): string[] {
  if (findings.length === 0) return []
  const { shown, once } = shared(findings)
  return ['', `### ${title}`, '', ...shown.flatMap((one) => asListItem(one, persona, told)), ...saidOnce(once, told)]
}

function quotes(title: string, group: Group, persona: Persona, told: Teller): string[] {
  const some = told.some(group.evidence, QUOTES)
  return some.length === 0 ? [] : ['', `### ${title}${shareBehind(group.accounts.length, persona)}`, ...spaced(some)]
}

const MOTIVES: Record<Motive, string> = {
  security: 'To be safe: no blame, keep job and name',
  status: 'To be seen to succeed',
  enjoyment: 'To like the work, and have time besides it',
  support: 'To have help, and less to worry about',
}

function themselves(persona: Persona, personal: readonly Finding[], told: Teller): string[] {
  const { motives, otherPersonal } = persona.jobs
  const items = motives.flatMap(({ motive, accounts, evidence }) => {
    const quote = told.first(evidence)
    const head = `- **${MOTIVES[motive]}**${shareBehind(accounts.length, persona)}`
    return quote === null ? [`${head}${above(evidence)}`] : [head, `  ${quote}`]
  })
  const others = told.some(otherPersonal.evidence, QUOTES)
  if (items.length + others.length === 0) return []
  const raised = personal.map(({ theme, accounts }) => `${told.text(theme.name)} (${accounts.length})`)
  const named = raised.length === 0 ? [] : ['', `By theme, in accounts: ${list(raised, NAMED)}.`]
  return ['', '### For themselves', '', ...items, ...spaced(others).slice(items.length === 0 ? 1 : 0), ...named]
}
