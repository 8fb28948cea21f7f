/**
 * What the linear model knows of a statement: its words and what stands around them, as one sparse vector.
 * Each kind of feature is a group with a length of its own (`LENGTHS`), so that a long statement before does not drown a short one.
 */
import type { Statement } from '../types.ts'
import { Bag, hash, join } from './hashing.ts'
import { noteWords, type Hashed, type NoteWords } from './note-words.ts'
import type { TaggerInput } from './tagger.ts'

/** A vector of 2^BITS places, most of them zero: `value[i]` stands at `index[i]`; a place may come twice and then adds up. */
export interface SparseVector {
  index: readonly number[]
  value: readonly number[]
}

/** Places of the vector, as a power of two. @public the training script reads it */
export const BITS = 18

/** Weight of each group against the others, settled by cross-validation over the training sets. */
const LENGTHS = {
  words: 1,
  letters: 0.8,
  cues: 1,
  heading: 0.8,
  before: 0.4,
  after: 0.3,
  speaker: 0.5,
  shape: 0.8,
} as const
type Group = keyof typeof LENGTHS

const spaces = new Map<string, number>()
/** Features of one kind live in a space of their own: the word "price" is another feature than the heading "price". */
function space(name: string): number {
  let found = spaces.get(name)
  if (found === undefined) spaces.set(name, (found = hash(name)))
  return found
}

/** @returns one vector per statement of the note, in order; a pure function of the note */
export function noteFeatures(input: TaggerInput): SparseVector[] {
  const words = noteWords(input)
  return input.statements.map((_, at) => statementFeatures(input, words, at))
}

function statementFeatures(input: TaggerInput, words: NoteWords, at: number): SparseVector {
  const bag = new Bag(BITS)
  const close = (group: Group) => bag.closeGroup(LENGTHS[group])
  const own = words.statements[at]
  const statement = input.statements[at]
  if (own === undefined || statement === undefined) return bag
  addWords(bag, own)
  close('words')
  addLetters(bag, own.text)
  close('letters')
  addCues(bag, own, statement)
  close('cues')
  addHeading(bag, words, statement)
  close('heading')
  addNeighbour(bag, 'before', input, words, at, -1)
  addQuestionBefore(bag, input, words, at)
  close('before')
  addNeighbour(bag, 'after', input, words, at, 1)
  close('after')
  addSpeaker(bag, input, words, statement)
  close('speaker')
  addShape(bag, input, own, statement, at)
  close('shape')
  return bag
}

/** Word 1-, 2- and 3-grams, and words under a negation once more as negated. */
function addWords(bag: Bag, { hashes, words }: Hashed): void {
  for (let i = 0; i < hashes.length; i += 1) {
    let gram = hashes[i] ?? 0
    bag.add(join(space('word'), gram))
    if (words[i]?.negated) bag.add(join(space('not'), gram))
    for (let length = 2; length <= 3 && i + length <= hashes.length; length += 1) {
      gram = join(gram, hashes[i + length - 1] ?? 0)
      bag.add(join(space('gram'), gram), length === 2 ? 0.8 : 0.5)
    }
  }
  const [first = 0, second = 0] = hashes
  bag.add(join(space('first'), first))
  bag.add(join(space('first two'), join(first, second)))
}

/** Beginnings of words: what a stemmer and a speller would give. */
function addLetters(bag: Bag, text: string): void {
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{4,}/gu)) {
    for (const length of [4, 5, 6, 7])
      if (word.length >= length) bag.add(join(space(`start ${length}`), hash(word.slice(0, length))))
    if (word.length > 5) bag.add(join(space('end'), hash(word.slice(-3))))
  }
}

/** Classes of words, alone, by who speaks and in pairs. */
function addCues(bag: Bag, { cues }: Hashed, { side }: Statement): void {
  const found = [...cues].map((cue) => hash(cue))
  for (const [i, cue] of found.entries()) {
    bag.add(join(space('cue'), cue))
    bag.add(join(space(`cue of ${side}`), cue), 0.7)
    for (const other of found.slice(i + 1))
      bag.add(join(space('cues'), Math.min(cue, other) ^ Math.max(cue, other)), 0.4)
  }
}

function addHeading(bag: Bag, { headings }: NoteWords, statement: Statement): void {
  const inner = statement.headings.length - 1
  if (inner < 0) bag.add(space('no heading'))
  for (const [depth, title] of statement.headings.entries()) {
    const heading = headings.get(title)
    if (heading === undefined) continue
    const where = depth === inner ? 'heading' : 'outer heading'
    const weight = depth === inner ? 1 : 0.4
    for (const [i, word] of heading.hashes.entries()) {
      bag.add(join(space(where), word), weight)
      const next = heading.hashes[i + 1]
      if (next !== undefined) bag.add(join(space(`${where} 2`), join(word, next)), weight)
    }
    for (const cue of heading.cues) bag.add(join(space(`${where} cue`), hash(cue)), weight)
  }
}

/** Words and classes of the statement before or after, where it stands under the same heading. */
function addNeighbour(bag: Bag, name: string, input: TaggerInput, words: NoteWords, at: number, step: 1 | -1): void {
  const own = input.statements[at]
  const other = input.statements[at + step]
  const text = words.statements[at + step]
  if (own === undefined || other === undefined || text === undefined) return bag.add(space(`nothing ${name}`))
  if (own.headings.at(-1) !== other.headings.at(-1)) bag.add(space(`heading ${name}`))
  const far = own.headings.at(-1) === other.headings.at(-1) ? 1 : 0.3
  const who = own.speaker === other.speaker ? 'same' : other.side
  bag.add(space(`${name} by ${who}`))
  for (const word of text.hashes) bag.add(join(space(name), word), 0.6 * far)
  for (const cue of text.cues) {
    bag.add(join(space(`${name} cue`), hash(cue)), far)
    bag.add(join(space(`${name} cue by ${who}`), hash(cue)), far)
  }
}

/** What the seller asked right before, within the last four statements of the turn. */
function addQuestionBefore(bag: Bag, input: TaggerInput, words: NoteWords, at: number): void {
  if (input.statements[at]?.side !== 'customer') return
  for (let back = at - 1; back >= 0 && back >= at - 4; back -= 1) {
    const before = input.statements[back]
    if (before?.side !== 'seller') continue
    if (!before.text.trimEnd().endsWith('?')) return
    bag.add(space('answers'))
    const question = words.statements[back]
    for (const word of question?.hashes ?? []) bag.add(join(space('asked'), word), 0.5)
    for (const cue of question?.cues ?? []) bag.add(join(space('asked cue'), hash(cue)))
    return
  }
}

function addSpeaker(bag: Bag, input: TaggerInput, { titles }: NoteWords, statement: Statement): void {
  bag.add(space(`side ${statement.side}`), 2)
  if (statement.speaker === null) return bag.add(space('nobody speaks'))
  const title = titles.get(statement.speaker)
  for (const word of title?.hashes ?? []) bag.add(join(space('title'), word), 0.6)
  const person = input.people.find((one) => one.name === statement.speaker)
  if (person !== undefined && person.role !== 'unknown') bag.add(space(`role ${person.role}`))
}

function addShape(bag: Bag, input: TaggerInput, own: Hashed, statement: Statement, at: number): void {
  const { text, side, block } = statement
  const count = own.words.length
  bag.add(space(`length ${count < 4 ? 0 : count < 8 ? 1 : count < 14 ? 2 : count < 24 ? 3 : 4}`))
  bag.add(space(`length ${count < 4 ? 0 : count < 8 ? 1 : count < 14 ? 2 : count < 24 ? 3 : 4} ${side}`))
  bag.add(space(`block ${block}`))
  bag.add(space(`block ${block} ${side}`))
  bag.add(space(`stage ${input.stage}`))
  const place = input.statements.length < 2 ? 0 : at / (input.statements.length - 1)
  bag.add(space(`place ${Math.floor(place * 5.999)}`))
  if (at < 2) bag.add(space(`line ${at}`))
  if (at >= input.statements.length - 2) bag.add(space('last lines'))
  if (/\?["”')\]]*$/.test(text.trimEnd())) bag.add(space(`question ${side}`))
  if (/!["”')\]]*$/.test(text.trimEnd())) bag.add(space('exclamation'))
  if (/["“”]/.test(text)) bag.add(space(/^["“]/.test(text) ? 'is a quote' : 'has a quote'))
  if (/^\p{Ll}/u.test(text)) bag.add(space('starts small'))
  if (/\p{N}/u.test(text)) bag.add(space('number'))
  if (/[€$£₹]\s?\p{N}|\p{N}\s?(?:[kK€£]|EUR|USD|GBP)\b/u.test(text)) bag.add(space('money shape'))
}
