/**
 * Why deals were won and lost, as people said it in the reviews: the answer to "why", what names a reason, what stands under a
 * heading that does. Statements of every tag are heard, also those that the tagger is unsure of, since a page shows them as
 * what was said in a review and counts them nowhere.
 */
import { remembering } from '../remembering.ts'
import type { Evidence, NoteAnalysis, Review, StatementRecord } from '../types.ts'
import { accountOf } from './calls.ts'
import { dealsOf, type Deals } from './deals.ts'
import { byText, groupBy } from './order.ts'
import { wordCount } from './phrases.ts'
import { isPraise } from './praise.ts'
import {
  ASKS_ELSE,
  ASKS_WHY,
  DEMURS,
  DENIES,
  HEADS_ELSE,
  HEADS_WHY,
  IS_OURS,
  NAMES_REASON,
  PUTS_RIGHT,
  SPEAKS_OF_CHOICE,
} from './review-words.ts'

/** Reasons shown of an account, and of one person of it. */
const MOST = 3
const MOST_OF_ONE = 2
/** Points from which a turn counts as a reason, and how far it may fall behind the best. */
const ENOUGH = 4
const BEHIND = 4
/** Characters up to which the sentences of one turn stand together. */
const LENGTH = 280
/** Sentences after the best that may stand with it, and points from which the one before does. */
const FURTHER = 2
const LEADS_IN = 3

/** @returns every account that is won or lost, lost ones first, the one closed last first */
export function reviewsOf(notes: readonly NoteAnalysis[], deals: Deals = dealsOf(notes)): Review[] {
  const closed = [...groupBy(notes, ({ note }) => accountOf(note))].flatMap(([account, own]): Review[] => {
    const deal = deals.get(account)
    if (deal === undefined || deal.outcome === 'open') return []
    const { outcome } = deal
    const reviews = own.filter(({ note }) => note.stage === outcome && note.duplicateOf === null)
    const told = own.filter(({ note }) => note.outcome === outcome || note.stage === outcome)
    const reasons = reasonsIn(reviews, account, outcome)
    const days = (reasons.length > 0 ? reasons : reviews.length > 0 ? reviews : told).map(({ note }) => note.date)
    return [{ account, outcome, date: lastOf(days), value: deal.value, reviewed: reviews.length > 0, reasons }]
  })
  return closed.toSorted(
    (a, b) => byText(a.outcome, b.outcome) || byText(b.date ?? '', a.date ?? '') || byText(a.account, b.account),
  )
}

/** @returns the reviews in which people of a persona give a reason, with theirs alone */
export function reviewsBy(persona: string, reviews: readonly Review[]): Review[] {
  return reviews.flatMap((review) => {
    const reasons = review.reasons.filter(({ statement }) => statement.persona === persona)
    return reasons.length === 0 ? [] : [{ ...review, reasons }]
  })
}

function lastOf(days: readonly (string | null)[]): string | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .toSorted(byText)
      .at(-1) ?? null
  )
}

interface Turn {
  points: number
  evidence: Evidence
}

function reasonsIn(reviews: readonly NoteAnalysis[], account: string, outcome: 'won' | 'lost'): Evidence[] {
  const turns = reviews
    .filter(({ note }) => note.consent !== false)
    .flatMap((review) => turnsOf(review, account, outcome))
    .toSorted((a, b) => b.points - a.points)
  const best = turns[0]?.points ?? 0
  const speakers = new Map<string, number>()
  const picked = turns.filter(({ points, evidence }) => {
    const speaker = evidence.statement.speaker ?? ''
    const before = speakers.get(speaker) ?? 0
    if (points < best - BEHIND || before >= MOST_OF_ONE) return false
    speakers.set(speaker, before + 1)
    return true
  })
  const reasons = picked.slice(0, MOST).map(({ evidence }) => evidence)
  return reasons.toSorted(
    (a, b) =>
      byText(a.note.date ?? '', b.note.date ?? '') ||
      byText(a.note.file, b.note.file) ||
      a.statement.line - b.statement.line,
  )
}

/** What stood in the way of a deal that was won after all. */
const NEARLY = /\b(?:nearly|almost)\b/i

/** What one person says in one go, where it counts as a reason: the best sentence of it with those around it that fit. */
function turnsOf({ note, people, statements }: NoteAnalysis, account: string, outcome: 'won' | 'lost'): Turn[] {
  const byName = new Map(people.map((person) => [person.name, person]))
  const context = contextOf(statements)
  const points = statements.map((statement, at) => pointsOf(statement, at, context, outcome))
  const promising = new Set(statements.flatMap(({ line }, at) => ((points[at] ?? 0) < ENOUGH ? [] : [line])))
  const turns = groupBy(
    statements.flatMap((statement, at) =>
      promising.has(statement.line) && isHeard(statement) ? [{ statement, at }] : [],
    ),
    ({ statement: { line, speaker } }) => `${line}\n${speaker}`,
  )
  return [...turns.values()].flatMap((turn) => {
    const best = turn.reduce((most, one) => ((points[one.at] ?? 0) > (points[most.at] ?? 0) ? one : most))
    const nearly = outcome === 'won' && turn.some((one) => NEARLY.test(one.statement.text))
    const worth = (points[best.at] ?? 0) - (nearly ? 4 : 0)
    if (worth < ENOUGH) return []
    const statement = around(
      best.at,
      turn.map(({ at }) => at),
      points,
      statements,
    )
    const person = byName.get(statement.speaker ?? '') ?? null
    return [{ points: worth, evidence: { statement, note, person, account } }]
  })
}

function isHeard({ side, repeated, text }: StatementRecord): boolean {
  return side !== 'seller' && !repeated && !/[?]["”’)]*\s*$/.test(text)
}

const OPEN = /^(?:["“„«]?)(?:it|that|this|he|she|they|which|and|but|then|also|so|or|with|otherwise|from this)\b/i

/** The sentence as one quote with the next ones of the turn, and with the one before where it hangs in the air without. */
function around(
  best: number,
  turn: readonly number[],
  points: readonly number[],
  statements: readonly StatementRecord[],
): StatementRecord {
  const text = (at: number) => statements[at]?.text ?? ''
  let [from, to] = [best, best]
  const size = () => turn.filter((at) => at >= from && at <= to).reduce((sum, at) => sum + text(at).length + 1, 0)
  const fits = (at: number) => turn.includes(at) && size() + text(at).length <= LENGTH
  const before = OPEN.test(text(best)) || (points[best - 1] ?? 0) >= LEADS_IN
  if (before && fits(best - 1)) from = best - 1
  while (fits(to + 1) && to - best < FURTHER) to += 1
  const [first, chosen] = [statements[from], statements[best]]
  if (first === undefined || chosen === undefined) throw new Error('a turn holds its best sentence')
  const words = Array.from({ length: to - from + 1 }, (_, step) => text(from + step)).join(' ')
  const { line, digest } = first
  return { ...chosen, text: words, line, digest }
}

interface Context {
  /** Points for the question that each statement answers, and for the heading that it stands under. */
  asked: readonly number[]
  headed: readonly number[]
  /** Whether a statement takes back what was said before it. */
  demurs: (at: number) => boolean
}

/** So many statements further a question still has its answer. */
const ANSWERS = 7

function contextOf(statements: readonly StatementRecord[]): Context {
  const questions: string[] = []
  let asked = { text: '', at: -ANSWERS }
  for (const [at, { text, side, heading }] of statements.entries()) {
    const isQuestion = /\?["”’)*_]*\s*$/.test(text)
    const goesOn = isQuestion && asked.at === at - 1
    if (isQuestion && side !== 'customer') asked = { text: goesOn ? `${asked.text} ${text}` : text, at }
    else if (isLabel(text) || (isQuestion && /^(?:\*|Q\b|\d+[.)])/.test(text))) asked = { text, at }
    const near = at - asked.at <= ANSWERS && heading === statements[asked.at]?.heading
    questions.push(near ? asked.text : '')
  }
  // Many statements answer one question and stand under one heading.
  const forQuestion = remembering(pointsForQuestion)
  const forHeading = remembering(pointsForHeading)
  const headings = statements.map(({ heading }) => (heading ?? '').replaceAll('’', "'"))
  // The title stands over what the note begins with, whatever that is: it sets nothing apart.
  const title = statements[0]?.heading
  return {
    asked: headings.map((heading, at) => forQuestion(questions[at] || (heading.endsWith('?') ? heading : ''))),
    headed: headings.map((heading, at) => (statements[at]?.heading === title ? 0 : forHeading(heading))),
    demurs: (at) => DEMURS.test((statements[at]?.text ?? '').replaceAll('’', "'")),
  }
}

function pointsForQuestion(question: string): number {
  const why = ASKS_WHY.test(question) || (isLabel(question) && HEADS_WHY.test(question))
  const other = ASKS_ELSE.test(question)
  return (why && !other ? 4 : 0) + (other || (isLabel(question) && HEADS_ELSE.test(question)) ? -4 : 0)
}

function pointsForHeading(heading: string): number {
  if (HEADS_ELSE.test(heading)) return -5
  return HEADS_WHY.test(heading) ? 4 : 0
}

/** "why not us" or "Real reason, per calls with both:" is a heading that nobody marked as one. */
function isLabel(text: string): boolean {
  const short = () => wordCount(text) <= 5 && !/[.!?]["”’)]*$/.test(text)
  return (text.endsWith(':') || short()) && (HEADS_WHY.test(text) || HEADS_ELSE.test(text))
}

/** Right from `LEADS_IN` on; what has fewer points has too few, however many. */
function pointsOf(
  statement: StatementRecord,
  at: number,
  { asked, headed, demurs }: Context,
  outcome: 'won' | 'lost',
): number {
  const text = statement.text.replaceAll('’', "'")
  const words = wordCount(text)
  const length = words < 4 ? -1 : words >= 8 && words <= 45 ? 1 : 0
  const said =
    (asked[at] ?? 0) + (headed[at] ?? 0) + (NAMES_REASON.test(text) ? 4 : 0) + (SPEAKS_OF_CHOICE.test(text) ? 1 : 0)
  const tagged = tagPoints(statement, outcome)
  // Most have little for them, and need not be held against what takes points away.
  if (said + tagged + length < LEADS_IN) return said + tagged + length
  const against = [
    IS_OURS.test(text) ? -5 : 0,
    DENIES.test(text) && !PUTS_RIGHT.test(text) ? -5 : 0,
    demurs(at) || isLabel(text) ? -6 : 0,
    outcome === 'lost' && isPraise(text) ? -4 : 0,
    [at + 1, at + 2, at + 3].some(demurs) ? -5 : 0,
  ]
  return against.reduce((sum, part) => sum + part, said) + tagged + length
}

/** A lost deal falls over what resists, and what resists did not win one. */
function tagPoints({ tag, confidence }: StatementRecord, outcome: 'won' | 'lost'): number {
  if (outcome === 'lost') return tag === 'objection' ? 2 * confidence : tag === 'criterion' ? confidence : 0
  return tag === 'objection' ? -confidence : 0
}
