/** Why somebody wants it for themselves: four motives, told by words, with the theme as a fallback. */
import { MOTIVES, type Evidence, type Jobs, type Motive } from '../types.ts'
import { groupOf } from './groups.ts'
import { groupBy } from './order.ts'
import { MOTIVE_WORDS } from './vocabulary.ts'

/** null where the words tell none: a motive that nobody named is not put on them. */
function motiveOf({ statement }: Evidence): Motive | null {
  const said = MOTIVE_WORDS.find(([, words]) => words.test(statement.text))?.[0]
  return said ?? (statement.theme?.startsWith('personal-standing') ? 'status' : null)
}

/** Motives by accounts, of equals in their order; and what is about themselves and tells none. */
export function motivesOf(personal: readonly Evidence[]): Pick<Jobs, 'motives' | 'otherPersonal'> {
  const byMotive = groupBy(personal, motiveOf)
  const motives = MOTIVES.flatMap((motive) => {
    const own = byMotive.get(motive)
    return own ? [{ motive, ...groupOf(own) }] : []
  })
  return {
    motives: motives.toSorted((a, b) => b.accounts.length - a.accounts.length),
    otherPersonal: groupOf(byMotive.get(null) ?? []),
  }
}
