/** The first model, and the fallback of any later one: logistic regression over words and their context. */
import { digest } from '../digest.ts'
import { BUYING_ROLES, TAGS, type Tag } from '../types.ts'
import { homeCurrency } from './amount.ts'
import { contextFeatures } from './context.ts'
import { facetsOf, likeliest } from './facets.ts'
import { noteFeatures, type SparseVector } from './features.ts'
import { roleFeatures } from './roles.ts'
import type { Prediction, RoleGuess, Tagger, TaggerInput } from './tagger.ts'
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
    roles: (note, predictions) => rolesOf(model, note, predictions),
  }
}

function tagNote(model: LinearModel, note: TaggerInput): Prediction[] {
  const vectors = noteFeatures(note)
  return predictionsOf(model, note, vectors, linearLogits(model, note, vectors), model.curves)
}

/**
 * From logits, whosever they are, to predictions: the likeliest tag, its confidence by the curves, its facets by the linear heads.
 * @param vectors of the statements, as features.ts makes them
 * @param curves from probability to confidence, by tag
 */
export function predictionsOf(
  model: LinearModel,
  note: TaggerInput,
  vectors: readonly SparseVector[],
  scores: readonly (readonly number[])[],
  curves: LinearModel['curves'],
): Prediction[] {
  const home = homeCurrency(note.statements.map((statement) => statement.text))
  return vectors.map((vector, at) => {
    const numbers = softmax(scores[at] ?? [])
    const explicit = note.statements[at]?.explicit ?? null
    const tag = explicit ?? likeliest(TAGS, numbers)
    return {
      tag,
      confidence: explicit === null ? calibrated(curves[tag], numbers[TAGS.indexOf(tag)] ?? 0) : 1,
      scores: Object.fromEntries(TAGS.map((name, k) => [name, numbers[k] ?? 0])) as Record<Tag, number>,
      facets: facetsOf(model, tag, vector, note.statements[at]?.text ?? '', home),
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

function rolesOf(model: LinearModel, note: TaggerInput, predictions: readonly Prediction[]): (RoleGuess | null)[] {
  const head = headOf(model, 'role')
  const vectors = roleFeatures(
    note,
    predictions.map((prediction) => prediction.tag),
  )
  return note.people.map((person, at) => {
    if (person.role !== 'unknown') return { role: person.role, confidence: 1 }
    const vector = vectors[at]
    if (vector === undefined || person.side === 'seller') return null
    const numbers = probabilities(head, vector)
    const role = likeliest(BUYING_ROLES, numbers)
    return { role, confidence: Math.round((numbers[BUYING_ROLES.indexOf(role)] ?? 0) * 1e3) / 1e3 }
  })
}
