/** What to ask next: what would change a page most if it were known. */
import { SIGNALS, type BuyingRole, type ObjectionCategory, type Persona, type Question } from '../types.ts'
import { byText, counted } from './order.ts'

const BEHIND_SURFACE: Record<ObjectionCategory, string> = {
  price: 'Which outcome would have made the price worth it?',
  complexity: 'How did you come to see it as complex: what did you look at or try?',
  capability: 'What could you do with it then that you cannot do now?',
  integration: 'Which step breaks when the two systems do not talk, and who does it by hand today?',
  security: 'Who judges that, by which document, and what would they have to read to say yes?',
  trust: 'What would you have to see to believe it, and who has to see it?',
  change: 'Who has to do what differently, and what did the last change that worked look like?',
  timing: 'What happens if nothing is done until then?',
  'status-quo': 'What does the way of today cost you that nobody puts in a report?',
  competitor: 'What tipped it: which moment, which person, which point?',
  authority: 'Who would have to want it, and what would be in it for that person?',
}

const MISSING: Record<'objection' | 'job' | 'criterion' | 'budget', string> = {
  objection: 'What would make you walk away from this, even now?',
  job: 'What has to be different in a year for this to have been worth it, for you and for the company?',
  criterion: 'How will you decide: by what, in which steps, and who has a say?',
  budget: 'Whose money is it, up to which amount, and until when is it there?',
}

const ROLE_NAMES: Record<BuyingRole, string> = {
  'decision-maker': 'the person who decides',
  'budget-holder': 'the person who holds the budget',
  influencer: 'anybody who sways the choice',
  recommender: 'anybody who is asked for an opinion',
  saboteur: 'anybody who is against it',
  user: 'anybody who would use it',
}

/** Roles that it is worth asking for; nobody can ask for the opponents by name. */
const WORTH_HEARING: readonly BuyingRole[] = ['decision-maker', 'budget-holder', 'user']

/** @returns questions in the order of what their answer would change */
export function questionsOf(persona: Persona): Question[] {
  const all = [
    ...behindSurface(persona),
    ...aboutConflicts(persona),
    ...aboutGaps(persona),
    ...aboutRoles(persona),
    ...aboutSingleSources(persona),
  ]
  return all.toSorted((a, b) => b.weight - a.weight || byText(a.text, b.text) || byText(a.why, b.why))
}

function behindSurface({ id, objections }: Persona): Question[] {
  return objections.flatMap((finding) => {
    const shallow = finding.evidence.filter(({ statement }) => statement.facets.surface === true)
    if (shallow.length === 0) return []
    const category = counted(shallow.flatMap(({ statement }) => statement.facets.category ?? []))[0]?.value ?? 'trust'
    const accounts = accountsOf(shallow)
    // Where others of the same theme said why, the page knows more already.
    const open = shallow.length / finding.evidence.length
    return [
      {
        text: BEHIND_SURFACE[category],
        why: `${finding.theme.name}: ${surfaceCount(shallow.length, finding.evidence.length)}.`,
        persona: id,
        accounts,
        weight: Math.round(10 * accounts.length * (0.5 + open / 2)),
      },
    ]
  })
}

function surfaceCount(shallow: number, all: number): string {
  if (all === 1) return 'the one statement gives no reason'
  return shallow === all
    ? `all ${all} statements give no reason`
    : `${shallow} of ${all} statements ${shallow === 1 ? 'gives' : 'give'} no reason`
}

function aboutConflicts({ id, money }: Persona): Question[] {
  return money.conflicts.map(({ account }) => ({
    text: 'Which of the amounts in the notes holds, and who said it?',
    why: `The notes name different budgets for ${account}.`,
    persona: id,
    accounts: [account],
    weight: 15,
  }))
}

function aboutGaps(persona: Persona): Question[] {
  const { id, sample, kind } = persona
  const said = [...persona.themes.flatMap(({ evidence }) => evidence), ...persona.unthemed].map(
    ({ statement }) => statement,
  )
  const noun = {
    objection: 'an objection',
    job: 'what they want to get done',
    criterion: 'how they judge or decide',
    budget: 'money',
  }
  const empty = SIGNALS.filter(
    (tag) => !said.some((statement) => statement.tag === tag) && !(kind === 'user' && tag === 'budget'),
  )
  const gaps = empty.map((tag) => ({
    text: MISSING[tag],
    why: `No statement about ${noun[tag]} in ${sample.calls} ${sample.calls === 1 ? 'call' : 'calls'}.`,
    persona: id,
    accounts: [],
    weight: 5 + sample.calls,
  }))
  const jobs = said.filter(({ tag }) => tag === 'job')
  const personal = jobs.length > 0 && !jobs.some(({ facets }) => facets.scope === 'personal')
  const motive = {
    text: 'And for you yourself: what changes in your own week if this works?',
    why: 'No personal motive has been heard.',
    persona: id,
    accounts: [],
    weight: 6 + sample.calls,
  }
  return personal ? [...gaps, motive] : gaps
}

function aboutRoles({ id, committee, sample }: Persona): Question[] {
  return committee.neverHeard
    .filter((role) => WORTH_HEARING.includes(role))
    .map((role) => ({
      text: `Could we talk with ${ROLE_NAMES[role]}?`,
      why: `In the ${sample.accounts} accounts of this page ${ROLE_NAMES[role].replace('anybody', 'nobody')} was ${role === 'user' ? '' : 'never '}heard.`,
      persona: id,
      accounts: [],
      weight: 4 + sample.accounts,
    }))
}

/** The strongest objection that rests on one account alone. */
function aboutSingleSources({ id, objections, sample }: Persona): Question[] {
  if (sample.accounts < 3) return []
  return objections
    .filter((finding) => finding.accounts.length === 1 && finding.evidence.length >= 3)
    .slice(0, 2)
    .map((finding) => ({
      text: `Do others see it as well: “${finding.theme.name}”?`,
      why: `${finding.evidence.length} statements, all from ${finding.accounts[0]}.`,
      persona: id,
      accounts: [],
      weight: 3,
    }))
}

function accountsOf(evidence: readonly { account: string }[]): string[] {
  return [...new Set(evidence.map(({ account }) => account))].toSorted(byText)
}
