/** What they want to get done, for the business and for themselves. */
import type { Evidence, Finding, Persona } from '../../types.ts'
import { count } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { alsoSaid, asListItem, saidOnce, shared, unthemed } from './findings.ts'

/** Under so many calls or statements a percentage says more than is known. */
const CALLS_FOR_SHARES = 5
const STATEMENTS_FOR_SHARES = 10

export function jobs(persona: Persona, quoting: Quoting): string[] {
  const { business, personal } = persona.jobs
  const ours = unthemed(persona, ({ tag, facets }) => tag === 'job' && facets.scope !== 'personal')
  const own = unthemed(persona, ({ tag, facets }) => tag === 'job' && facets.scope === 'personal')
  if (business.length + personal.length + ours.length + own.length === 0) return []
  return [
    balance(persona, ours.length, own.length),
    ...part('For the business', business, ours, persona, quoting),
    ...part('For themselves', personal, own, persona, quoting),
  ]
}

/** @param oursMore, ownMore statements of no theme */
function balance({ jobs: { business, personal }, sample }: Persona, oursMore: number, ownMore: number): string {
  const statements = (findings: readonly Finding[]) =>
    findings.reduce((sum, finding) => sum + finding.evidence.length, 0)
  const [ours, own] = [statements(business) + oursMore, statements(personal) + ownMore]
  if (sample.calls < CALLS_FOR_SHARES || ours + own < STATEMENTS_FOR_SHARES)
    return `${count(ours, 'statement')} about the business, ${own} about themselves.`
  const share = Math.round((100 * own) / (ours + own))
  return `${100 - share} % of what they say here is about the business, ${share} % about themselves (${count(ours + own, 'statement')}).`
}

function part(
  title: string,
  findings: readonly Finding[],
  rest: readonly Evidence[],
  persona: Persona,
  quoting: Quoting,
): string[] {
  if (findings.length + rest.length === 0) return []
  const { shown, once } = shared(findings)
  const items = shown.flatMap((finding) => asListItem(finding, persona, quoting))
  return [
    '',
    `### ${title}`,
    ...(items.length === 0 ? [] : ['', ...items]),
    ...saidOnce(once, quoting),
    ...alsoSaid(rest, quoting, items.length === 0),
  ]
}
