/** How far two people's labels of the same notes agree. */
import { TAGS, type Tag } from '../types.ts'

export interface Agreement {
  /** Statements that both labelled. */
  of: number
  /** Share on which both chose the same tag. */
  observed: number
  /** Cohen's kappa: agreement beyond what their habits alone would give; 1 is perfect, 0 is chance. */
  kappa: number
  /** Per tag, the F1 of one reader against the other: 2·both / (first + second). */
  tags: Record<Tag, number>
}

/**
 * @param pairs the tags that the first and the second reader gave to the same statements
 * @see J. Cohen, "A coefficient of agreement for nominal scales", 1960
 */
export function agreement(pairs: readonly (readonly [Tag, Tag])[]): Agreement {
  const of = pairs.length
  const same = pairs.filter(([a, b]) => a === b).length
  const first = counts(pairs.map(([a]) => a))
  const second = counts(pairs.map(([, b]) => b))
  const observed = of === 0 ? 0 : same / of
  const chance = of === 0 ? 0 : TAGS.reduce((sum, tag) => sum + first[tag] * second[tag], 0) / (of * of)
  const perTag = TAGS.map((tag) => {
    const both = pairs.filter(([a, b]) => a === tag && b === tag).length
    const said = first[tag] + second[tag]
    return [tag, said === 0 ? 1 : (2 * both) / said]
  })
  return {
    of,
    observed,
    // Where both always say the same one tag, chance is certain and kappa is undefined; they do agree.
    kappa: chance === 1 ? 1 : (observed - chance) / (1 - chance),
    tags: Object.fromEntries(perTag) as Record<Tag, number>,
  }
}

function counts(tags: readonly Tag[]): Record<Tag, number> {
  return Object.fromEntries(TAGS.map((tag) => [tag, tags.filter((one) => one === tag).length])) as Record<Tag, number>
}
