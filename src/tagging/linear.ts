/** The first model, and the fallback of any later one: logistic regression over words and their context. */
import { digest } from '../digest.ts'
import { BUYING_ROLES, TAGS, type Tag } from '../types.ts'
import { homeCurrency } from './amount.ts'
import { contextFeatures } from './context.ts'
import { facetsOf, likeliest, linearFacet, type Asked } from './facets.ts'
import { noteFeatures, type SparseVector } from './features.ts'
import { roleFeatures } from './roles.ts'
import { ruled } from './rules.ts'
import type { NotePredictions, Prediction, RoleGuess, Tagger, TaggerInput } from './tagger.ts'
import {
  decodeModel,
  headOf,
  logits,
  onCurve,
  probabilities,
  softmax,
  type Curve,
  type LinearModel,
} from './weights.ts'

/**
 * @param bytes the model file that lies beside this code (linear.bin), as weights.ts writes it
 * @returns the tagger, or throws a failure with a sentence where the bytes are not such a file
 */
export function linearTagger(bytes: Uint8Array): Tagger {
  const model = decodeModel(bytes)
  return {
    digest: digest(bytes),
    threshold: model.threshold,
    tag: async (notes) => notes.map((note) => tagNote(model, note)),
  }
}

function tagNote(model: LinearModel, note: TaggerInput): NotePredictions {
  const vectors = noteFeatures(note)
  const facets = vectors.map((vector) => linearFacet(model, vector))
  const statements = predictionsOf(note, linearLogits(model, note, vectors), facets, model.curves)
  return { statements, roles: rolesOf(note, linearRoles(model, note, statements)) }
}

/**
 * From logits, whosever they are, to predictions: the likeliest tag, its confidence by the curves, its facets.
 * @param scores logits of TAGS per statement
 * @param facets what to ask for the facets, per statement
 * @param curves from probability to confidence, by tag
 */
export function predictionsOf(
  { statements }: TaggerInput,
  scores: readonly (readonly number[])[],
  facets: readonly Asked[],
  curves: LinearModel['curves'],
): Prediction[] {
  const home = homeCurrency(statements.map(({ text }) => text))
  return statements.map(({ text, explicit }, at) => {
    const numbers = softmax(scores[at] ?? [])
    const tag = explicit ?? likeliest(TAGS, numbers)
    return {
      tag,
      confidence: explicit === null ? calibrated(curves[tag], numbers[TAGS.indexOf(tag)] ?? 0) : 1,
      scores: Object.fromEntries(TAGS.map((name, k) => [name, numbers[k] ?? 0])) as Record<Tag, number>,
      facets: facetsOf(tag, facets[at] as Asked, text, home),
    }
  })
}

/** Both looks. @returns the logits of the tags, in the order of TAGS, per statement */
export function linearLogits(
  model: LinearModel,
  note: TaggerInput,
  vectors: readonly SparseVector[] = noteFeatures(note),
): number[][] {
  const first = vectors.map((vector) => logits(headOf(model, 'tag'), vector))
  return contextFeatures(note, first).map((vector) => logits(headOf(model, 'context'), vector))
}

function calibrated(curve: Curve | undefined, score: number): number {
  return Math.round((curve === undefined ? score : onCurve(curve, score)) * 1e3) / 1e3
}

/** @returns probabilities of BUYING_ROLES, per person */
export function linearRoles(model: LinearModel, note: TaggerInput, predictions: readonly Prediction[]): number[][] {
  const tags = note.statements.map((statement, at) => ruled(statement, predictions[at] as Prediction).tag)
  return roleFeatures(note, tags).map((vector) => probabilities(headOf(model, 'role'), vector))
}

/** @param numbers probabilities of BUYING_ROLES, per person */
export function rolesOf(note: TaggerInput, numbers: readonly (readonly number[])[]): (RoleGuess | null)[] {
  return note.people.map((person, at) => {
    if (person.role !== 'unknown') return { role: person.role, confidence: 1 }
    const mine = numbers[at]
    if (mine === undefined || person.side === 'seller') return null
    const role = likeliest(BUYING_ROLES, mine)
    return { role, confidence: Math.round((mine[BUYING_ROLES.indexOf(role)] ?? 0) * 1e3) / 1e3 }
  })
}
