/** What they want to get done: for the business and for themselves, as pains, outcomes, reasons to act now, and duties. */
import type { Evidence, Finding, Jobs } from '../types.ts'
import { byAccount } from './endings.ts'
import { groupOf } from './groups.ts'
import { motivesOf } from './motives.ts'
import { groupBy } from './order.ts'
import { isPraise } from './praise.ts'
import { DUTY, OUTCOME, TRIGGER } from './vocabulary.ts'

type Aspect = 'pains' | 'outcomes' | 'triggers' | 'duties' | 'results'

/** A statement is one of them: what is rarest and tells most comes first. */
function aspectOf({ statement: { text, facets, theme } }: Evidence): Aspect {
  const plain = text.replaceAll('’', "'")
  // What is better since is neither what hurts nor why now.
  if (isPraise(text)) return 'results'
  if (DUTY.test(plain)) return 'duties'
  if (facets.scope !== 'personal' && (isTrigger(theme) || TRIGGER.test(plain))) return 'triggers'
  return OUTCOME.test(plain) ? 'outcomes' : 'pains'
}

/** The theme of why now: a section of its own says what belongs to it. */
export function isTrigger(theme: string | null): boolean {
  return theme !== null && /^trigger(?:-job)?$/.test(theme)
}

/** @param evidence of the tag job */
export function jobsOf(evidence: readonly Evidence[], findings: (evidence: readonly Evidence[]) => Finding[]): Jobs {
  const personal = evidence.filter(isPersonal)
  const business = evidence.filter((one) => !isPersonal(one))
  const byAspect = groupBy(evidence, aspectOf)
  const all = (aspect: Aspect) => byAspect.get(aspect) ?? []
  const ofBusiness = (aspect: Aspect) => groupOf(all(aspect).filter((one) => !isPersonal(one)))
  return {
    business: findings(business),
    personal: findings(personal),
    personalShare: personalShare(evidence),
    ...motivesOf(personal),
    pains: ofBusiness('pains'),
    outcomes: ofBusiness('outcomes'),
    triggers: ofBusiness('triggers'),
    duties: groupOf(all('duties')),
  }
}

function isPersonal({ statement }: Evidence): boolean {
  return statement.facets.scope === 'personal'
}

/** The mean over accounts, so that one talkative account does not speak for all. */
function personalShare(evidence: readonly Evidence[]): number | null {
  const shares = [...byAccount(evidence).values()].map((own) => own.filter(isPersonal).length / own.length)
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}
