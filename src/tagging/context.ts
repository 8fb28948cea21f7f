/**
 * The second look: what the first look (features.ts) saw in the statements around helps to judge one.
 * A note's sections have a subject, and people go on with what they are at.
 */
import type { Statement } from '../types.ts'
import type { SparseVector } from './features.ts'
import type { TaggerInput } from './tagger.ts'
import { softmax } from './weights.ts'

/** Places of the vector, as a power of two. @public the training script reads it */
export const CONTEXT_BITS = 7

/** Neighbours that are looked at one by one. */
const STEPS = [-1, 1, -2, 2, -3, 3] as const
/** How far the neighbourhood reaches that is averaged. */
const NEAR = 5

/**
 * @param first logits of each statement by the first look, one per tag
 * @returns one dense vector of at most 2^CONTEXT_BITS numbers per statement, as a sparse one
 */
export function contextFeatures({ statements }: TaggerInput, first: readonly (readonly number[])[]): SparseVector[] {
  const scores = first.map(softmax)
  const width = scores[0]?.length ?? 0
  const means = [
    new Means(statements, scores, (one) => one.headings.at(-1) ?? null),
    new Means(statements, scores, (one) => one.speaker),
    new Means(statements, scores, () => ''),
  ]
  return statements.map((statement, at) => {
    const value = [
      ...centred(first[at] ?? []),
      ...STEPS.flatMap((step) => neighbour(statement, statements[at + step], scores[at + step], width)),
      ...means.flatMap((mean) => mean.without(at)),
      ...nearby(statements, scores, at, width),
      statement.side === 'customer' ? 1 : 0,
      statement.side === 'seller' ? 1 : 0,
    ]
    return { index: value.map((_, place) => place), value }
  })
}

/** Only differences between logits mean something. */
function centred(logits: readonly number[]): number[] {
  const mean = logits.reduce((a, b) => a + b, 0) / logits.length
  return logits.map((logit) => logit - mean)
}

/** A neighbour's scores in one place when it goes on with the section, in another when it begins or ends one; a flag where there is none. */
function neighbour(
  own: Statement,
  other: Statement | undefined,
  scores: readonly number[] | undefined,
  width: number,
): number[] {
  const nothing = Array.from({ length: width }, () => 0)
  if (other === undefined || scores === undefined) return [...nothing, ...nothing, 1]
  const same = own.headings.at(-1) === other.headings.at(-1) && (own.side === 'seller') === (other.side === 'seller')
  return same ? [...scores, ...nothing, 0] : [...nothing, ...scores, 0]
}

/** Mean scores of the customer's and the unknown statements a few lines around. */
function nearby(
  statements: readonly Statement[],
  scores: readonly (readonly number[])[],
  at: number,
  width: number,
): number[] {
  const sums = Array.from({ length: width }, () => 0)
  let count = 0
  for (let other = Math.max(0, at - NEAR); other <= Math.min(statements.length - 1, at + NEAR); other += 1) {
    if (other === at || statements[other]?.side === 'seller') continue
    count += 1
    for (let k = 0; k < width; k += 1) sums[k] = (sums[k] ?? 0) + (scores[other]?.[k] ?? 0)
  }
  return count === 0 ? [...sums, 1] : [...sums.map((sum) => sum / count), 0]
}

/** Mean scores of groups of statements, less one of them; groups are summed once, so that long notes cost no more per statement. */
class Means {
  readonly #sums = new Map<string, { count: number; sum: number[] }>()
  readonly #keys: readonly (string | null)[]
  readonly #scores: readonly (readonly number[])[]

  /** @param keyOf names the group of a statement, null for none */
  constructor(
    statements: readonly Statement[],
    scores: readonly (readonly number[])[],
    keyOf: (statement: Statement) => string | null,
  ) {
    this.#scores = scores
    this.#keys = statements.map(keyOf)
    for (const [at, key] of this.#keys.entries()) {
      if (key === null) continue
      const group = this.#sums.get(key) ?? { count: 0, sum: (scores[at] ?? []).map(() => 0) }
      group.count += 1
      group.sum = group.sum.map((sum, k) => sum + (scores[at]?.[k] ?? 0))
      this.#sums.set(key, group)
    }
  }

  /** Mean of the others in the statement's group, and a flag where there are none. */
  without(at: number): number[] {
    const own = this.#scores[at] ?? []
    const key = this.#keys[at] ?? null
    const group = key === null ? undefined : this.#sums.get(key)
    if (group === undefined || group.count < 2) return [...own.map(() => 0), 1]
    return [...group.sum.map((sum, k) => (sum - (own[k] ?? 0)) / (group.count - 1)), 0]
  }
}
