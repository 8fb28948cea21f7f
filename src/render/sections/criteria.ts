/** What they judge by and how they decide: deal-breakers first. */
import type { Finding, Persona } from '../../types.ts'
import { outcomes } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { alsoSaid, asListItem, saidOnce, shared, unthemed } from './findings.ts'

export function criteria(persona: Persona, quoting: Quoting): string[] {
  const { dealBreakers, musts, nice, process } = persona.criteria
  const parts = [
    part('Deal-breakers', dealBreakers, persona, quoting, true),
    part('Musts', musts, persona, quoting),
    part('Nice to have', nice, persona, quoting),
    part('How they decide', process, persona, quoting),
    alsoSaid(
      unthemed(persona, ({ tag }) => tag === 'criterion'),
      quoting,
      dealBreakers.length + musts.length + nice.length + process.length === 0,
    ),
  ]
  return parts.flat().slice(1)
}

/** Begins with an empty line. A deal-breaker is shown even where one account alone has it: a deal hangs on it. */
function part(title: string, findings: readonly Finding[], persona: Persona, quoting: Quoting, all = false): string[] {
  if (findings.length === 0) return []
  const { shown, once } = all ? { shown: findings, once: [] } : shared(findings)
  const items = shown.flatMap((finding) => asListItem(finding, persona, quoting, all ? outcomes(finding.outcomes) : ''))
  return ['', `### ${title}`, '', ...items, ...saidOnce(once, quoting)]
}
