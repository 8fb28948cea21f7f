/** Which of several statements explains most: it says why, is neither a fragment nor a speech, and was said by a person. */
import type { Evidence } from '../types.ts'
import { byText } from './order.ts'

const REASON =
  /\b(?:because|since|so that|otherwise|unless|until|if|that's why|which means|or else|last time|instead of|without|by the time|whenever|every time)\b/i
const FIRST_PERSON = /\b(?:i|we|my|our|us|me|i'm|i'd|i've|i'll|we're|we'd|we've|we'll)\b/i
/** A rep's account of it, rather than the words themselves. */
const NARRATED =
  /^(?:\p{Lu}\p{Ll}+ )?(?:he|she|they|\p{Lu}\p{Ll}+)(?:'s|'d)? (?:said|says|asked|asks|wants|wanted|told|thinks|let|mentioned|admitted|added|explained|worried|laughed|nodded)\b/u
/** Shorthand that a reader from outside does not follow. */
const SHORTHAND = /\b(?:w\/|b\/c|tbd|fwiw|re:|cdnt|kno|ppl|til)\b|→|->|=>/i
const OPEN_REFERENCE =
  /^(?:it|that|this|he|she|they|which|and|but|then|also|same|so|or|yes|no|yeah|right|well|exactly)\b/i
const GOOD_LENGTH = { from: 8, to: 35 }
const LONG = 60

/** Best quote first; of equals the newest, then by place. */
export function byQuality(a: Evidence, b: Evidence): number {
  return (
    known(b) - known(a) ||
    byText(b.note.date ?? '', a.note.date ?? '') ||
    byText(a.note.file, b.note.file) ||
    a.statement.line - b.statement.line ||
    byText(a.statement.text, b.statement.text)
  )
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

function quality({ statement, note, person }: Evidence): number {
  const { text } = statement
  const words = text.split(/\s+/).length
  const fits = words >= GOOD_LENGTH.from && words <= GOOD_LENGTH.to
  const points = [
    note.consent === false ? -100 : 0,
    fits ? 4 : words < 5 || words > LONG ? -4 : 0,
    REASON.test(text) ? 3 : 0,
    statement.facets.surface === true ? -3 : 0,
    FIRST_PERSON.test(text) ? 2 : 0,
    NARRATED.test(text) ? -2 : 0,
    person?.title ? 1 : 0,
    SHORTHAND.test(text) ? -2 : 0,
    OPEN_REFERENCE.test(text) ? -2 : 0,
    /^\p{Lu}/u.test(text) && /[.!?"”]$/.test(text) ? 1 : 0,
    statement.origin === 'model' ? 0 : 2,
    statement.confidence >= 0.95 ? 1 : 0,
  ]
  return points.reduce((sum, point) => sum + point, 0)
}
