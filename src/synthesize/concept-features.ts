/** What a statement shows of itself to the concept model: stems, pairs of them, cues of concepts and facets, with weights. */
import type { StatementRecord } from '../types.ts'
import { CONCEPTS } from './concepts.ts'
import { roughWordsOf, stemsOf } from './phrases.ts'

/** The weights were learned with these; a change needs `node fixtures/training/train-themes.mjs`. */
const CUE_WEIGHT = 1.5
const FACET_WEIGHT = 2
const MOST_CUES = 3

/** Of every concept the cues that begin with a word, by that word; those of a prefix by its first letters. */
const CUES = new Map<string, { concept: string; words: string[] }[]>()
const PREFIX = 3
for (const { id, cues } of CONCEPTS) {
  for (const cue of cues) {
    const words = cue.toLowerCase().split(/\s+/)
    const first = words[0] ?? ''
    const key = first.endsWith('*') ? `*${first.slice(0, PREFIX)}` : first
    CUES.set(key, [...(CUES.get(key) ?? []), { concept: id, words }])
  }
}

/** @returns feature name → value, before scaling to unit length */
export function featuresOf(statement: Pick<StatementRecord, 'text' | 'facets'>): Map<string, number> {
  const features = new Map<string, number>()
  const stems = stemsOf(statement.text)
  for (const [place, word] of stems.entries()) {
    features.set(word, 1)
    if (place > 0) features.set(`${stems[place - 1]} ${word}`, 1)
  }
  for (const [concept, count] of cuesIn(statement.text))
    features.set(`#${concept}`, ((CUE_WEIGHT * Math.min(count, MOST_CUES)) / MOST_CUES) * 2)
  const { scope, category, force, surface, amount } = statement.facets
  for (const facet of [scope, category, force]) if (facet !== undefined) features.set(`@${facet}`, FACET_WEIGHT)
  if (surface === true) features.set('@surface', FACET_WEIGHT)
  if (amount !== undefined) features.set('@amount', 1)
  return features
}

/** Cues that may begin with a word. A language has few words and an archive many, so each is looked up once. */
const found = new Map<string, readonly { concept: string; words: string[] }[]>()

function cuesFrom(word: string): readonly { concept: string; words: string[] }[] {
  const known = found.get(word)
  if (known !== undefined) return known
  const begin = [...(CUES.get(word) ?? []), ...(CUES.get(`*${word.slice(0, PREFIX)}`) ?? [])]
  const cues = begin.filter((cue) => fits(cue.words[0] ?? '', word))
  found.set(word, cues)
  return cues
}

/** How many words of the text are cues of each concept. */
function cuesIn(text: string): Map<string, number> {
  const words = roughWordsOf(text)
  const counts = new Map<string, number>()
  for (const [place, word] of words.entries()) {
    for (const cue of cuesFrom(word)) {
      if (!cue.words.every((part, offset) => fits(part, words[place + offset]))) continue
      counts.set(cue.concept, (counts.get(cue.concept) ?? 0) + cue.words.length)
    }
  }
  return counts
}

function fits(part: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part
}
