/** What they want to get done, for the business and for themselves. */
import type { Finding, Persona } from '../../types.ts'
import { count } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { asListItem, saidOnce, shared } from './findings.ts'

/** Under this many calls a percentage says more than is known. */
const CALLS_FOR_SHARES = 5

export function jobs(persona: Persona, quoting: Quoting): string[] {
  const { business, personal } = persona.jobs
  if (business.length + personal.length === 0) return []
  return [balance(persona), ...part('For the business', business, persona, quoting), ...part('For themselves', personal, persona, quoting)]
}

function balance({ jobs: { business, personal }, sample }: Persona): string {
  const statements = (findings: readonly Finding[]) => findings.reduce((sum, finding) => sum + finding.evidence.length, 0)
  const [ours, own] = [statements(business), statements(personal)]
  if (sample.calls < CALLS_FOR_SHARES) return `${count(ours, 'statement')} about the business, ${own} about themselves.`
  const share = Math.round((100 * own) / (ours + own))
  return `${100 - share} % of what they say here is about the business, ${share} % about themselves (${count(ours + own, 'statement')}).`
}

function part(title: string, findings: readonly Finding[], persona: Persona, quoting: Quoting): string[] {
  if (findings.length === 0) return []
  const { shown, once } = shared(findings)
  return ['', `### ${title}`, '', ...shown.flatMap((finding) => asListItem(finding, persona, quoting)), ...saidOnce(once, quoting)]
}
