/** One note prepared for feature extraction: every statement cut into hashed words once, names masked by the side they are on. */
import type { PersonRecord, Side } from '../types.ts'
import { cuesOf, type Cue } from './cues.ts'
import { hash, join } from './hashing.ts'
import type { TaggerInput } from './tagger.ts'
import { wordsOf, type Word } from './words.ts'

/** A text as features see it. Arrays run over its words. */
export interface Hashed {
  text: string
  words: readonly Word[]
  /** Hash of each word, people's names as `@customer`, `@seller`. */
  hashes: readonly number[]
  cues: ReadonlySet<Cue>
}

export interface NoteWords {
  statements: readonly Hashed[]
  /** By the heading's text. */
  headings: ReadonlyMap<string, Hashed>
  /** By the person's full name: title and role in the sale as words. */
  titles: ReadonlyMap<string, Hashed>
}

/** @returns every text of the note that features are made of */
export function noteWords(input: TaggerInput): NoteWords {
  const names = sidesByName(input.people)
  const headings = new Map<string, Hashed>()
  for (const statement of input.statements)
    for (const heading of statement.headings) if (!headings.has(heading)) headings.set(heading, hashed(heading, names))
  return {
    statements: input.statements.map((statement) => hashed(statement.text, names)),
    headings,
    titles: new Map(input.people.map((person) => [person.name, hashed(person.title ?? '', names)])),
  }
}

/** @param names first names and surnames in lower case with the side of who bears them */
export function hashed(text: string, names: ReadonlyMap<string, Side> = new Map()): Hashed {
  const words = wordsOf(text)
  const hashes = words.map((word) => hash(masked(word.form, names)))
  return { text, words, hashes, cues: cuesIn(hashes) }
}

function masked(form: string, names: ReadonlyMap<string, Side>): string {
  const bare = form.endsWith("'s") ? form.slice(0, -2) : form
  const side = names.get(bare)
  return side === undefined ? form : `@${side}`
}

function sidesByName(people: readonly PersonRecord[]): Map<string, Side> {
  const sides = new Map<string, Side>()
  for (const person of people)
    for (const part of person.name.toLowerCase().split(/[\s.]+/))
      if (part.length > 2 && !sides.has(part)) sides.set(part, person.side)
  return sides
}

function cuesIn(hashes: readonly number[]): Set<Cue> {
  const found = new Set<Cue>()
  for (let i = 0; i < hashes.length; i += 1) {
    let phrase = hashes[i] ?? 0
    for (const cue of cuesOf(phrase)) found.add(cue)
    for (let length = 2; length <= 3 && i + length <= hashes.length; length += 1) {
      phrase = join(phrase, hashes[i + length - 1] ?? 0)
      for (const cue of cuesOf(phrase)) found.add(cue)
    }
  }
  return found
}
