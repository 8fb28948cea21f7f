/**
 * Why a statement got its tag, by leaving parts out: what the model says without the heading, the speaker, the statement before,
 * a few of the words. True of any tagger, because it asks the tagger itself.
 */
import type { Statement, Tag } from '../types.ts'
import { groundOf, ruled, type Ground } from './rules.ts'
import type { Prediction, Tagger, TaggerInput } from './tagger.ts'
import { wordsOf, type Word } from './words.ts'

/** A part of the statement or its surroundings, and what it did. */
export interface Reason {
  /** In words: `the heading "Concerns"`, `the words "not convinced"`, `the customer's side says it`. */
  part: string
  /** How much the score of the tag (0..1) falls without the part; below zero it speaks against the tag. */
  effect: number
  /** What the tag would be without it. */
  without: Tag
}

export interface Explanation {
  statement: Statement
  prediction: Prediction
  ground: Ground
  /** The strongest first; those that hardly count are left out. Empty where a rule and not the model decided. */
  reasons: Reason[]
}

/** A part counts when the score moves by at least this much. */
const LEAST = 0.02
/** Longest run of words that is shown as one part. */
const LONGEST = 5
const MOST_REASONS = 8
/** The tagger is asked this often for the words: of a longer statement, a few words at a time are left out. */
const MOST_WORDS = 40

/**
 * @param index of the statement among `input.statements`
 * @param tagger any tagger; it is asked once for every word and every part of the context
 */
export async function explain(index: number, input: TaggerInput, tagger: Tagger): Promise<Explanation> {
  const statement = input.statements[index]
  if (statement === undefined) throw new RangeError(`the note has no statement ${index}`)
  const [said] = await tagger.tag([input])
  const predictions = said?.statements ?? []
  const raw = predictions[index] as Prediction
  const ground = groundOf(statement)
  const prediction = ruled(statement, raw)
  if (ground !== 'model') return { statement, prediction, ground, reasons: [] }
  const parts = [...contextParts(input, index), ...(await wordParts(input, index, raw, tagger))]
  const reasons = await measured(parts, raw, index, tagger)
  return { statement, prediction, ground, reasons: strongest(reasons) }
}

/** A part with the note as it would be without it. */
interface Part {
  name: string
  without: TaggerInput
}

async function measured(parts: readonly Part[], whole: Prediction, index: number, tagger: Tagger): Promise<Reason[]> {
  const notes = await tagger.tag(parts.map((part) => part.without))
  return parts.map((part, at) => {
    const left = notes[at]?.statements[index] ?? whole
    const effect = (whole.scores[whole.tag] ?? 0) - (left.scores[whole.tag] ?? 0)
    return { part: part.name, effect: Math.round(effect * 1e3) / 1e3, without: left.tag }
  })
}

function strongest(reasons: readonly Reason[]): Reason[] {
  return reasons
    .filter((reason) => Math.abs(reason.effect) >= LEAST)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST_REASONS)
}

function contextParts(input: TaggerInput, index: number): Part[] {
  const statement = input.statements[index] as Statement
  const parts: Part[] = []
  const heading = statement.headings.at(-1)
  if (heading !== undefined)
    parts.push({
      name: `the heading "${heading}"`,
      without: changed(input, index, { headings: statement.headings.slice(0, -1) }),
    })
  if (statement.side !== 'unknown' || statement.speaker !== null)
    parts.push({
      name: speakerInWords(statement, input),
      without: changed(input, index, { speaker: null, side: 'unknown' }),
    })
  for (const [step, name] of [
    [-1, 'the statement before'],
    [1, 'the statement after'],
  ] as const) {
    const other = input.statements[index + step]
    if (other === undefined) continue
    const question = step < 0 && other.side === 'seller' && other.text.endsWith('?')
    parts.push({
      name: `${question ? "the seller's question before" : name} ("${shortened(other.text)}")`,
      without: changed(input, index + step, { text: '' }),
    })
  }
  if (input.stage !== 'other') parts.push({ name: `the stage "${input.stage}"`, without: { ...input, stage: 'other' } })
  return parts
}

function speakerInWords({ speaker, side }: Statement, { people }: TaggerInput): string {
  const title = people.find((person) => person.name === speaker)?.title
  const who = side === 'customer' ? "the customer's side says it" : 'somebody says it'
  return title ? `${who} (${title})` : who
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`
}

function changed(input: TaggerInput, index: number, change: Partial<Statement>): TaggerInput {
  return { ...input, statements: input.statements.map((one, at) => (at === index ? { ...one, ...change } : one)) }
}

/** Leaves every word out in turn, then joins neighbours that pull the same way to phrases. */
async function wordParts(input: TaggerInput, index: number, whole: Prediction, tagger: Tagger): Promise<Part[]> {
  const { text } = input.statements[index] as Statement
  const words = wordsOf(text).filter(({ form }) => /[\p{L}\p{N}#€$£%?]/u.test(form))
  const part = (from: Word, to: Word): Part => ({
    name:
      from === to ? `the word "${text.slice(from.start, to.end)}"` : `the words "${text.slice(from.start, to.end)}"`,
    without: changed(input, index, { text: `${text.slice(0, from.start)}${text.slice(to.end)}` }),
  })
  const size = Math.ceil(words.length / MOST_WORDS)
  const units = words.flatMap((word, at) =>
    at % size === 0 ? [[word, words[Math.min(at + size, words.length) - 1] ?? word] as const] : [],
  )
  const single = await measured(
    units.map(([first, last]) => part(first, last)),
    whole,
    index,
    tagger,
  )
  return runs(single.map((reason) => reason.effect)).flatMap(([from, to]) => {
    const [first, last] = [units[from]?.[0], units[to]?.[1]]
    return first === undefined || last === undefined ? [] : [part(first, last)]
  })
}

/** Runs of neighbours whose effects have one sign and count: [first, last] of each. */
function runs(effects: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const [at, effect] of effects.entries()) {
    if (Math.abs(effect) < LEAST / 2) continue
    const last = found.at(-1)
    const joins =
      last !== undefined &&
      last[1] === at - 1 &&
      at - last[0] < LONGEST &&
      Math.sign(effects[at - 1] ?? 0) === Math.sign(effect)
    if (joins) last[1] = at
    else found.push([at, at])
  }
  return found
}
