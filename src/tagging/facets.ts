/** What is said beside the tag: scope of a job, surface and category of an objection, force of a criterion, amount of a budget. */
import type { Facets, Force, ObjectionCategory, Scope, Tag } from '../types.ts'
import { amountOf } from './amount.ts'
import type { SparseVector } from './features.ts'
import { headOf, probabilities, type LinearModel } from './weights.ts'

/** The heads of the model that a tag asks, by facet. @public the training script reads it */
export const FACET_HEADS = { scope: 'job', surface: 'objection', category: 'objection', force: 'criterion' } as const
export type FacetName = keyof typeof FACET_HEADS

/** Names the likeliest class of a head. */
export type Asked = (facet: FacetName) => string

/**
 * @param ask what the model says where the tag has the facet
 * @param home currency of the note, for amounts that name none
 * @returns the facets that belong to the tag, none for `none`
 */
export function facetsOf(tag: Tag, ask: Asked, text: string, home: string | null): Facets {
  if (tag === 'job') return { scope: ask('scope') as Scope }
  if (tag === 'criterion') return { force: ask('force') as Force }
  if (tag === 'objection') return { surface: ask('surface') === 'true', category: ask('category') as ObjectionCategory }
  const amount = tag === 'budget' ? amountOf(text, home) : null
  return amount === null ? {} : { amount }
}

/** @param vector of the statement, as features.ts makes it */
export function linearFacet(model: LinearModel, vector: SparseVector): Asked {
  return (facet) => {
    const head = headOf(model, facet)
    return likeliest(head.classes, probabilities(head, vector))
  }
}

/** The class of the highest number, the first of equals; numbers are rounded first, so that platforms agree. */
export function likeliest<T>(classes: readonly T[], numbers: readonly number[]): T {
  let at = 0
  for (let k = 1; k < classes.length; k += 1) if (rounded(numbers[k]) > rounded(numbers[at])) at = k
  return classes[at] as T
}

function rounded(number = 0): number {
  return Math.round(number * 1e6)
}
