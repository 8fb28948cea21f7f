/** What pulls two kinds of people apart in the same account: known pairs of wishes and fears, each with the sentence that says so. */
import type { Evidence, Tension, Theme } from '../types.ts'
import { groupBy, unique } from './order.ts'

/** `{wants}` has the job or criterion of the first concept, `{resists}` the objection of the second. */
const WISH_AGAINST_FEAR: readonly [wants: string, resists: string, sentence: string][] = [
  ['visibility', 'monitoring', '{wants} wants to see what happens; {resists} fears being watched by it'],
  [
    'compliance',
    'monitoring',
    '{wants} wants a record of everything; {resists} fears what the record says about people',
  ],
  [
    'manual-work',
    'user-adoption',
    '{wants} wants the retyping gone; {resists} doubts that people will use what takes its place',
  ],
  [
    'manual-work',
    'internal-resistance',
    '{wants} wants the retyping gone; {resists} names people who are against the change',
  ],
  [
    'standards',
    'internal-resistance',
    '{wants} wants one way of working everywhere; {resists} names people who are against it',
  ],
  [
    'standards',
    'user-adoption',
    '{wants} wants one way of working everywhere; {resists} doubts that people will take it up',
  ],
  ['security', 'user-adoption', '{wants} wants it locked down; {resists} doubts that people will use it then'],
  ['visibility', 'user-adoption', '{wants} wants figures that everybody enters; {resists} doubts that everybody will'],
  [
    'visibility',
    'internal-resistance',
    '{wants} wants to see what happens; {resists} names people who would rather not be seen',
  ],
  ['turnaround', 'timing', '{wants} wants things to go faster; {resists} says that now is not the time'],
  ['turnaround', 'rollout', '{wants} wants things to go faster; {resists} fears the work of getting there'],
  ['leakage', 'price-level', '{wants} wants the losses stopped; {resists} finds the price of stopping them too high'],
  ['growth', 'timing', '{wants} wants to grow; {resists} says that now is not the time'],
]

/** A buyer's job and a user's: what is gained for the one is paid for by the other. */
const WISH_AGAINST_WISH: readonly [one: string, other: string, sentence: string][] = [
  [
    'visibility',
    'own-time',
    '{wants} wants figures at any time; {resists} wants time of their own, and somebody has to enter the figures',
  ],
  ['visibility', 'manual-work', '{wants} wants figures on everything; {resists} wants less to enter'],
  ['compliance', 'manual-work', '{wants} wants records that hold in an audit; {resists} wants less to write down'],
  [
    'compliance',
    'own-time',
    '{wants} wants records that hold in an audit; {resists} wants to be done with work in time',
  ],
  ['turnaround', 'own-time', '{wants} wants things to go faster; {resists} wants evenings, breaks and quiet'],
  ['turnaround', 'errors', '{wants} wants things to go faster; {resists} wants fewer mistakes'],
  ['leakage', 'staffing', '{wants} wants to lose less money; {resists} is short of hands'],
  ['leakage', 'own-time', '{wants} wants to lose less money; {resists} wants time of their own'],
  ['growth', 'own-time', '{wants} wants to grow; {resists} has no hours left'],
  ['growth', 'staffing', '{wants} wants to grow; {resists} is short of hands'],
  ['standards', 'key-people', '{wants} wants one way of working; {resists} works from what a few people know'],
]

/**
 * @param own evidence of the persona, of theirs that of another one
 * @param kinds a buyer's jobs are held against those of a user, and no others
 */
export function tensionsBetween(
  own: readonly Evidence[],
  theirs: readonly Evidence[],
  themes: ReadonlyMap<string, Theme>,
  kinds: { ours: Kind; theirs: Kind },
): Tension[] {
  const [us, them] = [sidesOf(own, themes), sidesOf(theirs, themes)]
  const found = [
    ...WISH_AGAINST_FEAR.flatMap(([wants, resists, sentence]) => [
      ...pull(us.wishes.get(wants), them.objections.get(resists), sentence, 'we'),
      ...pull(us.objections.get(resists), them.wishes.get(wants), sentence, 'they'),
    ]),
    ...(kinds.ours === kinds.theirs ? [] : WISH_AGAINST_WISH).flatMap(([wants, resists, sentence]) =>
      kinds.ours === 'buyer'
        ? pull(us.jobs.get(wants), them.jobs.get(resists), sentence, 'we')
        : pull(us.jobs.get(resists), them.jobs.get(wants), sentence, 'they'),
    ),
  ]
  return found.toSorted((a, b) => b.accounts.length - a.accounts.length)
}

type Kind = 'buyer' | 'user'

interface Voice {
  theme: Theme
  accounts: ReadonlySet<string>
}

interface Sides {
  wishes: Map<string, Voice>
  jobs: Map<string, Voice>
  objections: Map<string, Voice>
}

function sidesOf(evidence: readonly Evidence[], themes: ReadonlyMap<string, Theme>): Sides {
  const of = (...tags: string[]) =>
    voices(
      evidence.filter(({ statement }) => tags.includes(statement.tag)),
      themes,
    )
  return { wishes: of('job', 'criterion'), jobs: of('job'), objections: of('objection') }
}

/** By concept: a theme of another tag has the tag behind the concept in its id. */
function voices(evidence: readonly Evidence[], themes: ReadonlyMap<string, Theme>): Map<string, Voice> {
  const concept = ({ statement }: Evidence) =>
    (statement.theme ?? '').replace(/-(?:job|objection|criterion|budget)$/, '')
  return new Map(
    [...groupBy(evidence, concept)].flatMap(([id, own]) => {
      const theme = themes.get(own[0]?.statement.theme ?? '')
      return theme === undefined ? [] : [[id, { theme, accounts: new Set(own.map(({ account }) => account)) }] as const]
    }),
  )
}

function pull(ours: Voice | undefined, theirs: Voice | undefined, sentence: string, who: 'we' | 'they'): Tension[] {
  if (ours === undefined || theirs === undefined) return []
  const accounts = unique([...ours.accounts].filter((account) => theirs.accounts.has(account)))
  if (accounts.length === 0) return []
  const [wants, resists] = who === 'we' ? ['{us}', '{them}'] : ['{them}', '{us}']
  return [
    {
      sentence: sentence.replace('{wants}', wants ?? '').replace('{resists}', resists ?? ''),
      ours: ours.theme,
      theirs: theirs.theme,
      accounts,
    },
  ]
}
