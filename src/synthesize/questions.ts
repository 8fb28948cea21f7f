/** What to ask next: what would change a page most if it were known. */
import { SIGNALS, type BuyingRole, type ObjectionCategory, type Persona, type Question } from '../types.ts'
import { byText, groupBy, unique } from './order.ts'

/** What lies behind a surface answer, by what it is about. */
export const BEHIND_SURFACE: Record<ObjectionCategory, string> = {
  price: 'Which outcome would have been worth that price to you?',
  complexity: 'How did you assess that it is complex: by which material, demo or trial, and who did?',
  capability: 'What could you do with it that you cannot do now?',
  integration: 'Which step breaks when the two systems do not talk, and who does it by hand today?',
  security: 'Who judges that, by which document, and what would they have to read to say yes?',
  trust: 'What would you have to see to believe it, and who else has to see it?',
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

/**
 * What an answer would change, so that questions of all kinds stand in one order: a whole section of the page (per call
 * that left it empty), a theme (per account that raised it), or one figure.
 */
const WEIGHT = { section: 12, motive: 8, theme: 10, role: 4, conflict: 7, single: 3 } as const

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

/** Themes first; what belongs to none is asked once per category. */
function behindSurface({ id, objections, unthemed }: Persona): Question[] {
  const loose = groupBy(
    unthemed.filter(({ statement }) => statement.tag === 'objection' && statement.facets.surface === true),
    ({ statement }) => statement.facets.category ?? 'trust',
  )
  const about = [
    ...objections.flatMap(({ theme, evidence, surfaceCategory }) =>
      surfaceCategory === null ? [] : [{ name: theme.name, evidence, category: surfaceCategory }],
    ),
    ...[...loose].map(([category, evidence]) => ({ name: OF_NO_THEME[category], evidence, category })),
  ]
  return about.map(({ name, evidence, category }) => {
    const shallow = evidence.filter(({ statement }) => statement.facets.surface === true)
    const accounts = unique(shallow.map(({ account }) => account))
    // Where others of the same theme said why, the page knows more already.
    const open = shallow.length / evidence.length
    return {
      text: BEHIND_SURFACE[category],
      why: `${name}: ${surfaceCount(shallow.length, evidence.length)}.`,
      persona: id,
      accounts,
      weight: Math.round(WEIGHT.theme * accounts.length * (0.5 + open / 2)),
    }
  })
}

const OF_NO_THEME: Record<ObjectionCategory, string> = {
  price: 'Price',
  complexity: 'Complexity',
  capability: 'Something missing',
  integration: 'Links to other systems',
  security: 'Security',
  trust: 'Trust',
  change: 'The change itself',
  timing: 'Timing',
  'status-quo': 'Staying as it is',
  competitor: 'Competitors',
  authority: 'Others who decide',
}

function surfaceCount(shallow: number, all: number): string {
  if (all === 1) return 'the one statement gives no reason'
  return shallow === all
    ? `${all === 2 ? 'both' : `all ${all}`} statements give no reason`
    : `${shallow} of ${all} statements ${shallow === 1 ? 'gives' : 'give'} no reason`
}

function aboutConflicts({ id, money }: Persona): Question[] {
  return money.conflicts.map(({ account }) => ({
    text: 'Which of the amounts in the notes holds, and who said it?',
    why: `The notes name different budgets for ${account}.`,
    persona: id,
    accounts: [account],
    weight: WEIGHT.conflict,
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
  // What waits for review may say it: to ask for it would be to have not read the notes.
  const empty = SIGNALS.filter(
    (tag) =>
      persona.waitingBy[tag] === 0 &&
      !said.some((statement) => statement.tag === tag) &&
      !(kind === 'user' && tag === 'budget'),
  )
  const gaps = empty.map((tag) => ({
    text: MISSING[tag],
    why: `No statement about ${noun[tag]} in ${sample.calls} ${sample.calls === 1 ? 'call' : 'calls'}.`,
    persona: id,
    accounts: [],
    weight: WEIGHT.section + sample.calls,
  }))
  const jobs = said.filter(({ tag }) => tag === 'job')
  const personal = jobs.length > 0 && !jobs.some(({ facets }) => facets.scope === 'personal')
  const motive = {
    text: 'And for you yourself: what changes in your own week if this works?',
    why: 'No personal motive has been heard.',
    persona: id,
    accounts: [],
    weight: WEIGHT.motive + sample.calls,
  }
  return personal ? [...gaps, motive] : gaps
}

/** Roles that nobody of was heard in an account which has not decided yet. */
function aboutRoles({ id, committee }: Persona): Question[] {
  const open = committee.tables.filter(({ outcome }) => outcome === 'open')
  return WORTH_HEARING.flatMap((role) => {
    const without = open.filter(({ seats }) => !seats.some((seat) => seat.role === role && seat.heard))
    const accounts = unique(without.map(({ account }) => account))
    if (accounts.length === 0) return []
    const nobody = role === 'user' ? 'nobody who would use it' : `${ROLE_NAMES[role]} was never heard`
    return [
      {
        text: `Could we talk with ${ROLE_NAMES[role]}?`,
        why:
          open.length === 1
            ? `${nobody.slice(0, 1).toUpperCase()}${nobody.slice(1)}${role === 'user' ? ' was heard' : ''}.`
            : `In ${accounts.length} of ${open.length} open accounts ${nobody}${role === 'user' ? ' was heard' : ''}.`,
        persona: id,
        accounts,
        weight: WEIGHT.role + accounts.length,
      },
    ]
  })
}

/** The strongest claims that rest on one account alone. */
function aboutSingleSources({ id, objections, criteria, sample }: Persona): Question[] {
  if (sample.accounts < 3) return []
  return [...criteria.dealBreakers, ...objections.filter(({ evidence }) => evidence.length >= 3)]
    .filter(({ accounts }) => accounts.length === 1)
    .slice(0, 2)
    .map(({ theme, evidence, accounts }) => ({
      text: `Is “${theme.name}” a reason to stop for you as well?`,
      why: `${evidence.length === 1 ? 'One statement' : `${evidence.length} statements`}, from ${accounts[0]} alone.`,
      persona: id,
      accounts: [],
      weight: WEIGHT.single,
    }))
}
