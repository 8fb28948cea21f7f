/** Why somebody wants it for themselves: four motives, told by words, with the theme as a fallback. */
import { MOTIVES, type Evidence, type Group, type Jobs, type Motive } from '../types.ts'
import { groupOf } from './groups.ts'
import { MOTIVE_WORDS } from './vocabulary.ts'

/** null where the words tell none: a motive that nobody named is not put on them. */
function motiveOf({ statement }: Evidence): Motive | null {
  const said = MOTIVE_WORDS.find(([, words]) => words.test(statement.text))?.[0]
  return said ?? (statement.theme?.startsWith('personal-standing') ? 'status' : null)
}

/** What is about themselves and tells no motive. */
export function withoutMotive(personal: readonly Evidence[]): Group {
  return groupOf(personal.filter((one) => motiveOf(one) === null))
}

/** Most accounts first; of equals in the order of the motives. */
export function motivesOf(personal: readonly Evidence[]): Jobs['motives'] {
  return MOTIVES.flatMap((motive) => {
    const own = personal.filter((one) => motiveOf(one) === motive)
    return own.length === 0 ? [] : [{ motive, ...groupOf(own) }]
  }).toSorted((a, b) => b.accounts.length - a.accounts.length)
}
