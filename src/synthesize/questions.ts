/** What to ask next: what would change a page most if it were known. */
import {
  SIGNALS,
  type BuyingRole,
  type Evidence,
  type ObjectionCategory,
  type Persona,
  type Question,
  type Signal,
} from '../types.ts'
import { forceOf } from './force.ts'
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

/** What kind of conversation it is: nobody asks a works council for its budget. */
type Part = 'finance' | 'leader' | 'gatekeeper' | 'representative' | 'adviser' | 'evaluator' | 'user'

/** Built-in personas that are none of the leaders. A team's own persona is asked as its kind and its people's parts let expect. */
const PART_OF: Partial<Record<string, Part>> = {
  'finance-leader': 'finance',
  procurement: 'finance',
  'security-gatekeeper': 'gatekeeper',
  'legal-gatekeeper': 'gatekeeper',
  'workers-representative': 'representative',
  'outside-adviser': 'adviser',
  'technical-evaluator': 'evaluator',
}

function partOf({ id, kind, roles }: Persona): Part {
  if (kind === 'user') return 'user'
  const decides = roles.some(({ role }) => role === 'decision-maker' || role === 'budget-holder')
  return PART_OF[id] ?? (decides || roles.length === 0 ? 'leader' : 'evaluator')
}

/** What to ask where nothing was said; null where it is nothing to ask of such a person. */
const MISSING: Record<Part, Record<Signal, string | null>> = {
  leader: {
    objection: 'What would make you walk away from this, even now?',
    job: 'What has to be different in a year for this to have been worth it, for you and for the company?',
    criterion: 'How will you decide: by what, in which steps, and who has a say?',
    budget: 'Whose money is it, up to which amount, and until when is it there?',
  },
  finance: {
    objection: 'Which figure in this would you not sign, and why?',
    job: 'Which number has to move, by when, for you to call it money well spent?',
    criterion: 'What has to stand in the business case, and who else reads it before it is signed?',
    budget: 'Whose line does it come out of, up to which amount, and until when is it there?',
  },
  gatekeeper: {
    objection: 'What have you turned down before, and what was it that you could not accept?',
    job: 'What would this have to take off your desk, or keep from happening?',
    criterion: 'Which documents and tests do you need, in which order, and how long do they take you?',
    budget: null,
  },
  representative: {
    objection: 'What must this never be used for?',
    job: 'What should be better for the people you speak for?',
    criterion: 'What has to stand in an agreement, and how long does it take until it is signed?',
    budget: null,
  },
  adviser: {
    objection: 'What would you advise them against in this?',
    job: 'What were you brought in to get done?',
    criterion: 'By what do you compare the offers, and who reads your recommendation?',
    budget: null,
  },
  evaluator: {
    objection: 'Where does this not fit what you run today?',
    job: 'What would it have to take off your hands?',
    criterion: 'How will you test it: with which data, against what, and what is a fail?',
    budget: null,
  },
  user: {
    objection: 'What would make you go back to the way you do it today?',
    job: 'Walk us through yesterday: where did you wait, type something twice, or ring somebody?',
    criterion: 'What does it have to do on your worst day for you to keep using it?',
    budget: null,
  },
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
/** Who opens a door to somebody else. */
const INTRODUCERS: ReadonlySet<Part> = new Set<Part>(['leader', 'finance', 'evaluator'])

/**
 * What an answer would change, so that questions of all kinds stand in one order: a whole section of the page (per call
 * that left it empty), a theme (per account that raised it), or one figure.
 */
const WEIGHT = { section: 12, motive: 8, theme: 20, role: 4, conflict: 7, single: 3 } as const

/** More is no preparation of a call. */
const MOST = 6

/** @returns questions in the order of what their answer would change; only where a deal is open, and nothing that the page answers */
export function questionsOf(persona: Persona): Question[] {
  if (persona.open.length === 0) return []
  const all = [
    ...behindSurface(persona),
    ...aboutConflicts(persona),
    ...aboutGaps(persona),
    ...aboutRoles(persona),
    ...aboutSingleSources(persona),
  ]
  return all.toSorted((a, b) => b.weight - a.weight || byText(a.text, b.text) || byText(a.why, b.why)).slice(0, MOST)
}

/** Per theme, and per category for what belongs to none: the answer that gives no reason, and what to ask behind it. */
function behindSurface({ id, objections, unthemed, open }: Persona): Question[] {
  const loose = groupBy(
    unthemed.filter(({ statement }) => statement.tag === 'objection'),
    ({ statement }) => statement.facets.category ?? 'trust',
  )
  const about = [
    ...objections.flatMap(({ evidence, surfaceCategory }) =>
      surfaceCategory === null ? [] : [{ evidence, category: surfaceCategory }],
    ),
    ...[...loose].map(([category, evidence]) => ({ evidence, category })),
  ]
  const undecided = new Set(open)
  return about.flatMap(({ evidence, category }) => {
    const byAccount = groupBy(evidence, ({ account }) => account)
    const shallow = evidence.filter(
      (one) =>
        one.statement.facets.surface === true &&
        undecided.has(one.account) &&
        !explained(one, byAccount.get(one.account) ?? [], category),
    )
    const quotes = shallow.filter(({ note }) => note.consent !== false).slice(0, 1)
    const accounts = unique(shallow.map(({ account }) => account))
    if (quotes.length === 0) return []
    return [
      {
        text: BEHIND_SURFACE[category],
        why: `${shallow.length === 1 ? 'One answer' : `${shallow.length} answers`} without a reason.`,
        persona: id,
        accounts,
        quotes,
        weight: WEIGHT.theme * accounts.length,
      },
    ]
  })
}

/** Whether somebody of the account, who speak on the same thing, says why. */
function explained({ statement }: Evidence, here: readonly Evidence[], category: ObjectionCategory): boolean {
  return here.some(
    (other) =>
      other.statement.facets.surface !== true &&
      (statement.theme !== null || other.statement.facets.category === category),
  )
}

function aboutConflicts({ id, money, open }: Persona): Question[] {
  return money.conflicts
    .filter(({ account }) => open.includes(account))
    .map(({ account, ranges }) => ({
      text: 'Which of these sums holds?',
      why: `The notes name different budgets for ${account}.`,
      persona: id,
      accounts: [account],
      quotes: ranges
        .flatMap(({ evidence }) => evidence.slice(0, 1))
        .filter(({ note }) => note.consent !== false)
        .slice(0, 2),
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
  const asked = MISSING[partOf(persona)]
  // What they would walk away over stands on the page where there is a deal-breaker.
  const answered = said.some((statement) => statement.tag === 'criterion' && forceOf(statement) === 'deal-breaker')
  const gaps = empty.flatMap((tag) => {
    const text = tag === 'objection' && answered ? null : asked[tag]
    if (text === null) return []
    return [
      {
        text,
        why: `No statement about ${noun[tag]} in ${sample.calls} ${sample.calls === 1 ? 'call' : 'calls'}.`,
        persona: id,
        accounts: [],
        quotes: [],
        weight: WEIGHT.section + sample.calls,
      },
    ]
  })
  const jobs = said.filter(({ tag }) => tag === 'job')
  const personal = jobs.length > 0 && !jobs.some(({ facets }) => facets.scope === 'personal')
  const motive = {
    text: 'And for you yourself: what changes in your own week if this works?',
    why: 'No personal motive has been heard.',
    persona: id,
    accounts: [],
    quotes: [],
    weight: WEIGHT.motive + sample.calls,
  }
  return personal ? [...gaps, motive] : gaps
}

/** Roles that nobody of was heard in an account which has not decided yet; asked of those who can open the door. */
function aboutRoles(persona: Persona): Question[] {
  const { id, committee } = persona
  if (!INTRODUCERS.has(partOf(persona))) return []
  const undecided = new Set(persona.open)
  const open = committee.tables.filter(({ account }) => undecided.has(account))
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
        quotes: [],
        weight: WEIGHT.role + accounts.length,
      },
    ]
  })
}

/** What one account alone made the deal hang on, asked of the others in the words in which it was said. */
function aboutSingleSources({ id, criteria, unthemed, open }: Persona): Question[] {
  const hard = [
    // In which steps a house decides is its own affair.
    ...criteria.dealBreakers.filter(({ theme }) => !/^(?:process|timing)/.test(theme.id)),
    ...unthemed
      .filter(({ statement }) => statement.tag === 'criterion' && forceOf(statement) === 'deal-breaker')
      .map((one) => ({ accounts: [one.account], evidence: [one] })),
  ]
  for (const { accounts, evidence } of hard) {
    if (accounts.length > 1) continue
    const others = open.filter((account) => !accounts.includes(account))
    const quotes = evidence.filter(({ note }) => note.consent !== false).slice(0, 1)
    if (others.length === 0 || quotes.length === 0) continue
    return [
      {
        text: 'One of your peers would stop over this: would you?',
        why: `Heard in one account, ${accounts[0]}.`,
        persona: id,
        accounts: others,
        quotes,
        weight: WEIGHT.single,
      },
    ]
  }
  return []
}
