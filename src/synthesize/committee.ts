/** Who else is at the table: in the same accounts, with what in common and what between them. */
import type { Config } from '../config.ts'
import { BUYING_ROLES, type Committee, type Evidence, type Neighbour, type NoteAnalysis, type Theme } from '../types.ts'
import { accountOf } from './calls.ts'
import { byText, groupBy, unique } from './order.ts'
import { byQuality } from './quotes.ts'

const MOST_THEMES = 3
/** What one wants and what others fear from just that, by built-in concepts. */
const TENSIONS: readonly [wants: string, resists: string][] = [
  ['visibility', 'monitoring'],
  ['compliance', 'monitoring'],
  ['manual-work', 'user-adoption'],
  ['manual-work', 'internal-resistance'],
  ['standards', 'internal-resistance'],
  ['standards', 'user-adoption'],
  ['security', 'user-adoption'],
  ['visibility', 'user-adoption'],
  ['turnaround', 'timing'],
  ['turnaround', 'rollout'],
  ['growth', 'timing'],
]

/**
 * @param own evidence of the persona
 * @param all evidence of everybody
 */
export function committeeOf(
  id: string,
  own: readonly Evidence[],
  all: readonly Evidence[],
  notes: readonly NoteAnalysis[],
  themes: ReadonlyMap<string, Theme>,
  config: Config,
): Committee {
  const accounts = new Set(own.map(({ account }) => account))
  const here = all.filter(({ account }) => accounts.has(account))
  const others = groupBy(
    here.filter(({ statement }) => statement.persona !== null && statement.persona !== id),
    ({ statement }) => statement.persona ?? '',
  )
  const neighbours = [...others]
    .map(([other, theirs]) => neighbourOf(other, own, theirs, themes, config))
    .toSorted((a, b) => b.accounts.length - a.accounts.length || byText(a.name, b.name))
  const roles = rolesIn(accounts, notes)
  return {
    neighbours,
    roles,
    // That nobody works against the purchase is no gap.
    neverHeard: BUYING_ROLES.filter((role) => role !== 'saboteur' && !roles.some((held) => held.role === role)),
    opponents: here
      .filter(({ statement }) => statement.role === 'saboteur' && statement.tag === 'objection')
      .toSorted(byQuality),
  }
}

function neighbourOf(
  id: string,
  own: readonly Evidence[],
  theirs: readonly Evidence[],
  themes: ReadonlyMap<string, Theme>,
  config: Config,
): Neighbour {
  const definition = config.personas.find((persona) => persona.id === id)
  return {
    id,
    name: definition?.name ?? id,
    kind: definition?.kind ?? 'buyer',
    accounts: unique(theirs.map(({ account }) => account)),
    agree: shared(own, theirs, themes),
    conflict: [...conflicts(own, theirs, 'we', themes), ...conflicts(theirs, own, 'they', themes)].slice(
      0,
      MOST_THEMES,
    ),
  }
}

function isConcept(theme: Theme, concept: string): boolean {
  return theme.id === concept || theme.id === `${concept}-${theme.tag}`
}

/** Themes that both raised in the same account; that both speak of money or of steps is no agreement. */
function shared(
  own: readonly Evidence[],
  theirs: readonly Evidence[],
  themes: ReadonlyMap<string, Theme>,
): Neighbour['agree'] {
  const mine = accountsByTheme(own)
  return [...accountsByTheme(theirs)]
    .flatMap(([id, accounts]) => {
      const theme = themes.get(id)
      const both = unique([...accounts].filter((account) => mine.get(id)?.has(account)))
      const telling = theme && theme.tag !== 'budget' && !isConcept(theme, 'process')
      return telling && both.length > 0 ? [{ theme, accounts: both }] : []
    })
    .toSorted((a, b) => b.accounts.length - a.accounts.length || byText(a.theme.name, b.theme.name))
    .slice(0, MOST_THEMES)
}

/** What one side wants and the other side holds against it, where both were heard in one account. */
function conflicts(
  wanting: readonly Evidence[],
  resisting: readonly Evidence[],
  who: 'they' | 'we',
  themes: ReadonlyMap<string, Theme>,
): Neighbour['conflict'] {
  const wants = accountsByTheme(
    wanting.filter(({ statement }) => statement.tag === 'job' || statement.tag === 'criterion'),
  )
  const resists = accountsByTheme(resisting.filter(({ statement }) => statement.tag === 'objection'))
  const found = [...wants].flatMap(([wantId, wantAccounts]) =>
    [...resists].flatMap(([resistId, resistAccounts]) => {
      const [want, resist] = [themes.get(wantId), themes.get(resistId)]
      const both = unique([...wantAccounts].filter((account) => resistAccounts.has(account)))
      const pulls = want && resist && TENSIONS.some(([one, other]) => isConcept(want, one) && isConcept(resist, other))
      return pulls && both.length > 0 ? [{ wants: want, resists: resist, who, accounts: both }] : []
    }),
  )
  // The same pair may come from a goal and from a criterion: said once.
  return found.filter(
    (one, at) =>
      found.findIndex((other) => other.wants.name === one.wants.name && other.resists.name === one.resists.name) === at,
  )
}

function accountsByTheme(evidence: readonly Evidence[]): Map<string, Set<string>> {
  const groups = groupBy(
    evidence.filter(({ statement }) => statement.theme !== null),
    ({ statement }) => statement.theme ?? '',
  )
  return new Map([...groups].map(([id, own]) => [id, new Set(own.map(({ account }) => account))]))
}

function rolesIn(accounts: ReadonlySet<string>, notes: readonly NoteAnalysis[]): Committee['roles'] {
  const people = notes.flatMap(({ note, people: present }) =>
    accounts.has(accountOf(note))
      ? present.filter(({ side }) => side !== 'seller').map((person) => ({ person, account: accountOf(note) }))
      : [],
  )
  return BUYING_ROLES.flatMap((role) => {
    const holders = people.filter(({ person }) => person.role === role)
    if (holders.length === 0) return []
    return [
      {
        role,
        people: new Set(holders.map(({ person, account }) => `${account}\n${person.name}`)).size,
        accounts: new Set(holders.map(({ account }) => account)).size,
      },
    ]
  })
}
