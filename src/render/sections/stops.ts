/** What stops them from choosing us: objections by theme, with what became of the deals. */
import type { Finding, Persona } from '../../types.ts'
import { capital, count, list, outcomes } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { alsoSaid, bestQuote, saidOnce, share, shared, unthemed } from './findings.ts'

export function stops(persona: Persona, quoting: Quoting): string[] {
  const { shown, once } = shared(persona.objections)
  const others = alsoSaid(
    unthemed(persona, ({ tag }) => tag === 'objection'),
    quoting,
    shown.length === 0,
  )
  if (shown.length === 0) return others.slice(1)
  return [
    ...shown.flatMap((finding) => [...objection(finding, persona, quoting), '']).slice(0, -1),
    ...saidOnce(once, quoting),
    ...others,
  ]
}

function objection(finding: Finding, persona: Persona, quoting: Quoting): string[] {
  const quote = bestQuote(finding, quoting)
  return [
    `### ${quoting.text(finding.theme.name)} · ${share(finding, persona)}`,
    '',
    ...facts(finding, persona, quoting).map((fact) => `- ${fact}`),
    ...(quote === null ? [] : ['', quote]),
  ]
}

function facts(finding: Finding, persona: Persona, quoting: Quoting): string[] {
  const facts = [
    `${raised(finding)}${finding.trend === null || finding.trend === 'steady' ? '' : `; ${TREND[finding.trend]}`}.`,
  ]
  const here = outcomes(finding.outcomes)
  const there = outcomes(finding.elsewhere)
  if (here !== '' && finding.outcomes.open < finding.accounts.length) {
    facts.push(`Deals where it was raised: ${here}${there === '' ? '' : `; where it was not: ${there}`}.`)
  }
  const again = aftermath(finding, quoting)
  if (again !== null) facts.push(again)
  if (finding.surface > 0) facts.push(surface(finding, persona))
  return facts
}

const TREND = { new: 'new in the last six months', rising: 'rising', falling: 'falling', steady: 'steady' } as const

function raised({ stages, calls }: Finding): string {
  return `Raised in ${count(calls, 'call')}${stages.length === 0 ? '' : `, in ${list(stages)}`}`
}

function aftermath({ cameBack, notAgain }: Finding, quoting: Quoting): string | null {
  const named = (accounts: readonly string[]) =>
    list(
      accounts.map((account) => quoting.text(account)),
      3,
    )
  const parts = [
    cameBack.length > 0 ? `came back in a later call at ${named(cameBack)}` : '',
    notAgain.length > 0 ? `not heard again at ${named(notAgain)}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : `${capital(parts.join('; '))}.`
}

/** An answer that stops at the surface hides its motive: the page says so, and the question is under What to ask next. */
function surface(finding: Finding, persona: Persona): string {
  const all = finding.evidence.length
  const asks = persona.questions.length > 0 ? ' (see What to ask next)' : ''
  const some =
    finding.surface === all
      ? all === 1
        ? 'The one statement stops'
        : `All ${all} statements stop`
      : `${finding.surface} of ${all} statements ${finding.surface === 1 ? 'stops' : 'stop'}`
  return `**Surface answer**: ${some} at the surface and ${finding.surface === 1 ? 'gives' : 'give'} no reason behind it${asks}.`
}
