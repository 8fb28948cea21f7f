/** Which of several statements explains most: it says why or how much, fits its theme, is neither a fragment nor a speech, and was said by a person. */
import type { Evidence } from '../types.ts'
import { conceptOf } from './concept-model.ts'
import { byText } from './order.ts'
import { wordCount } from './phrases.ts'
import { isNoted } from './voice.ts'

const REASON =
  /\b(?:because|since|so that|otherwise|unless|until|if|that's why|which means|or else|last time|instead of|without|by the time|whenever|every time)\b/i
const FIRST_PERSON = /\b(?:i|we|my|our|us|me|i'm|i'd|i've|i'll|we're|we'd|we've|we'll)\b/i
/** Shorthand that a reader from outside does not follow. */
const SHORTHAND = /\b(?:w\/|b\/c|tbd|fwiw|re:|cdnt|kno|ppl|til)\b|→|->|=>/i
const OPEN_REFERENCE =
  /^(?:it|that|this|he|she|they|which|and|but|then|also|same|so|or|yes|no|yeah|right|well|exactly)\b/i
/** Told of somebody whom only the sentence before names. */
const BARE_PRONOUN = /^(?:he|she|his|hers?|him|they|their)\b/i
const GOOD_LENGTH = { from: 8, to: 35 }
const LONG = 60

/** Best quote first; of equals the newest, then by place. */
export function byQuality(a: Evidence, b: Evidence): number {
  return known(b) - known(a) || byNews(a, b)
}

function byNews(a: Evidence, b: Evidence): number {
  return (
    byText(b.note.date ?? '', a.note.date ?? '') ||
    byText(a.note.file, b.note.file) ||
    a.statement.line - b.statement.line ||
    byText(a.statement.text, b.statement.text)
  )
}

/** Sorted by quality. */
export function bestFirst(evidence: readonly Evidence[]): Evidence[] {
  if (evidence.length < 2) return [...evidence]
  return evidence
    .map((one) => ({ one, points: known(one) }))
    .toSorted((a, b) => b.points - a.points || byNews(a.one, b.one))
    .map(({ one }) => one)
}

/** Sorting asks often. */
const qualities = new WeakMap<Evidence, number>()

function known(evidence: Evidence): number {
  const before = qualities.get(evidence)
  if (before !== undefined) return before
  const points = quality(evidence)
  qualities.set(evidence, points)
  return points
}

function quality(evidence: Evidence): number {
  const { statement, note, person } = evidence
  const { text } = statement
  const words = wordCount(text)
  const fits = words >= GOOD_LENGTH.from && words <= GOOD_LENGTH.to
  const points = [
    note.consent === false ? -100 : 0,
    fits ? 4 : words < 5 ? -8 : words > LONG ? -4 : 0,
    REASON.test(text) ? 3 : 0,
    statement.facets.surface === true ? -3 : 0,
    FIRST_PERSON.test(text) ? 2 : 0,
    isNoted(evidence) ? (BARE_PRONOUN.test(text) ? -5 : -2) : 0,
    /\d/.test(text) ? 1 : 0,
    fit(statement),
    person?.title ? 1 : 0,
    SHORTHAND.test(text) ? -2 : 0,
    OPEN_REFERENCE.test(text) ? -2 : 0,
    /^\p{Lu}/u.test(text) && /[.!?"”]$/.test(text) ? 1 : 0,
    statement.origin === 'model' ? 0 : 2,
    statement.confidence >= 0.95 ? 1 : 0,
  ]
  return points.reduce((sum, point) => sum + point, 0)
}

/** What an objection is about where its theme is of one of these concepts. */
const CATEGORY_OF: Partial<Record<string, readonly string[]>> = {
  'price-level': ['price'],
  'pricing-model': ['price'],
  integration: ['integration', 'capability'],
  security: ['security', 'trust'],
  monitoring: ['security', 'change', 'trust'],
  competitor: ['competitor', 'price', 'capability'],
  timing: ['timing', 'status-quo'],
  'vendor-trust': ['trust'],
  'past-failure': ['trust', 'change', 'complexity'],
  'internal-resistance': ['authority', 'change', 'status-quo'],
  'user-adoption': ['change', 'complexity'],
}

/** A statement that its theme hardly takes may count there; it should not be what speaks for the theme. */
function fit(statement: Evidence['statement']): number {
  const guess = conceptOf(statement)
  const isOfConcept =
    guess !== null && [guess.concept, `${guess.concept}-${statement.tag}`].includes(statement.theme ?? '')
  if (!isOfConcept) return 0
  const wanted = statement.tag === 'objection' ? CATEGORY_OF[guess.concept] : undefined
  const strange = wanted !== undefined && !wanted.includes(statement.facets.category ?? '') ? -4 : 0
  return strange + (guess.probability >= 0.7 ? 3 : guess.probability < 0.45 ? -3 : 0)
}
