/** Buying roles: what a person's title, words and the words about them tell of their part in the decision. */
import type { PersonRecord, Tag } from '../types.ts'
import { Bag, hash, join } from './hashing.ts'
import { hashed, type Hashed } from './note-words.ts'
import type { SparseVector } from './features.ts'
import type { TaggerInput } from './tagger.ts'

/** Places of a person's vector, as a power of two. @public the training script reads it */
export const ROLE_BITS = 14

/** Words of titles by rank, highest first; the first that matches counts. */
const RANKS: readonly RegExp[] = [
  /\b(?:owner|founder|co-?founder|chief executive|ceo|managing director|geschäftsführer\w*|president|proprietor|chair(?:man|woman)?|md|partner|superintendent|mayor|dean|rector)\b/i,
  /\b(?:chief|c[a-z]o|cfo|cio|cto|coo|ciso|chro|cmo|cro|vice president|s?vp|evp)\b/i,
  /\b(?:director|head|controller|treasurer|principal|general manager|gm)\b/i,
  /\b(?:manager|lead|leader|supervisor|chief of|officer|superintendent)\b/i,
]
const RANK_OF_OTHERS = RANKS.length

/** Functions that a title names; several may. */
const FUNCTIONS: Record<string, RegExp> = {
  finance:
    /\b(?:cfo|finance|financial|fin|controller|controlling|treasur\w*|account(?:ant|ing|s)|bookkeep\w*|comptroller|commercial director|purse)\b/i,
  procurement: /\b(?:procure\w*|purchas\w*|sourcing|buyer|buying|category manager|contracts?)\b/i,
  it: /\b(?:it|cio|cto|ict|system\w*|infrastructure|engineer\w*|developer|architect|software|data|platform|integration|devops|tech\w*|digital)\b/i,
  security:
    /\b(?:security|ciso|infosec|privacy|dpo|data protection|risk|compliance|legal|counsel|lawyer|quality|qa|auditor|works council|union|steward|shop steward|rep)\b/i,
  people: /\b(?:hr|people|chro|talent|learning|training|payroll|personnel)\b/i,
  operations:
    /\b(?:operations?|ops|coo|plant|production|logistics|supply|maintenance|service|facility|facilities|field|warehouse|site)\b/i,
  growth: /\b(?:marketing|cmo|sales|cro|growth|brand|revenue|e-?commerce|product|customer|support)\b/i,
  hands:
    /\b(?:clerk|assistant|technician|nurse|dispatcher|coordinator|agent|analyst|planner|specialist|operator|mechanic|driver|administrator|secretary|teacher|officer|foreman|associate|intern|junior|rep|teller|scheduler|editor|producer|designer|tech)\b/i,
  outside:
    /\b(?:external|consultant|advisor|adviser|partner|broker|contractor|freelance\w*|agency|fractional|board member|husband|wife|son|daughter|parent)\b/i,
}

const PRONOUNS = new Set(['i', 'my', 'he', 'she', 'his', 'her', "i'd", "i'll", "i'm", "he's", "she's", "he'd", "she'd"])

/** How far around a name words count as said of its bearer. */
const REACH = 7

/**
 * One vector per person of the note: title, rank against the others in the room, what they say and what is said of them.
 * @param tags of the statements, in order
 */
export function roleFeatures(note: TaggerInput, tags: readonly Tag[]): SparseVector[] {
  const texts = note.statements.map((statement) => hashed(statement.text))
  const ranks = note.people.map((person) =>
    person.side === 'customer' ? rankOf(person.title ?? '') : RANK_OF_OTHERS + 1,
  )
  const top = Math.min(...ranks)
  return note.people.map((person, at) => {
    const bag = new Bag(ROLE_BITS)
    addTitle(bag, person.title ?? '')
    bag.closeGroup(1)
    addStanding(bag, note.people, ranks, at, top)
    bag.closeGroup(0.7)
    addOwnWords(bag, note, texts, tags, person)
    bag.closeGroup(0.8)
    for (const [i, statement] of note.statements.entries())
      if (statement.speaker === person.name) addOwnDeeds(bag, texts[i])
    bag.closeGroup(0.5)
    addWordsAbout(bag, texts, person)
    bag.closeGroup(0.8)
    return bag
  })
}

function rankOf(title: string): number {
  const rank = RANKS.findIndex((words) => words.test(title))
  return rank < 0 ? RANK_OF_OTHERS : rank
}

function addTitle(bag: Bag, title: string): void {
  const { hashes } = hashed(title)
  for (const [i, word] of hashes.entries()) {
    bag.add(join(hash('title'), word))
    const next = hashes[i + 1]
    if (next !== undefined) bag.add(join(hash('title 2'), join(word, next)), 0.7)
  }
  const rank = rankOf(title)
  bag.add(hash(`rank ${rank}`), 1.5)
  for (const [name, words] of Object.entries(FUNCTIONS))
    if (words.test(title)) {
      bag.add(hash(`function ${name}`), 1.5)
      bag.add(hash(`function ${name} rank ${rank}`))
    }
  if (title === '') bag.add(hash('no title'))
}

/** Rank among the customer's people: a director who is the highest in the room is another director. */
function addStanding(
  bag: Bag,
  people: readonly PersonRecord[],
  ranks: readonly number[],
  at: number,
  top: number,
): void {
  const own = ranks[at] ?? RANK_OF_OTHERS
  const equals = ranks.filter((rank) => rank === own).length
  const customers = people.filter((person) => person.side === 'customer')
  bag.add(hash(own === top ? (equals === 1 ? 'alone on top' : 'on top') : `below top by ${own - top}`), 1.5)
  bag.add(hash(`customers ${Math.min(customers.length, 6)}`), 0.5)
  if (customers[0] === people[at]) bag.add(hash('named first'))
  if (customers.at(-1) === people[at]) bag.add(hash('named last'), 0.5)
  const finance = people.some((person, i) => i !== at && FUNCTIONS['finance']?.test(person.title ?? ''))
  bag.add(hash(finance ? 'finance is there' : 'no finance else'), 0.7)
}

function addOwnWords(
  bag: Bag,
  note: TaggerInput,
  texts: readonly Hashed[],
  tags: readonly Tag[],
  person: PersonRecord,
): void {
  const own = note.statements.flatMap((statement, i) => (statement.speaker === person.name ? [i] : []))
  bag.add(
    hash(`says ${own.length === 0 ? 'nothing' : own.length < 3 ? 'little' : own.length < 9 ? 'some' : 'much'}`),
    1.5,
  )
  const cues = new Map<string, number>()
  for (const i of own) {
    const tag = tags[i] ?? 'none'
    bag.add(join(hash('says'), hash(tag)), 2 / Math.sqrt(own.length))
    for (const cue of texts[i]?.cues ?? []) cues.set(`${cue} as ${tag}`, (cues.get(`${cue} as ${tag}`) ?? 0) + 1)
  }
  for (const [cue, count] of cues) bag.add(join(hash('says cue'), hash(cue)), Math.min(count, 3) * 0.15)
}

/** "I sign", "my line", "she decides": what stands after the person's pronoun in their own statements. */
function addOwnDeeds(bag: Bag, text: Hashed | undefined): void {
  for (const [i, word] of text?.words.entries() ?? []) {
    if (!PRONOUNS.has(word.form)) continue
    const [next = 0, second = 0] = text?.hashes.slice(i + 1) ?? []
    bag.add(join(hash('does'), next), 0.4)
    bag.add(join(hash('does 2'), join(next, second)), 0.4)
  }
}

function addWordsAbout(bag: Bag, texts: readonly Hashed[], person: PersonRecord): void {
  const names = new Set(
    person.name
      .toLowerCase()
      .split(/[\s.]+/)
      .filter((part) => part.length > 2),
  )
  for (const text of texts) {
    const at = text.words.findIndex(({ form }) => names.has(form.endsWith("'s") ? form.slice(0, -2) : form))
    if (at < 0) continue
    for (let i = Math.max(0, at - 3); i < Math.min(text.hashes.length, at + REACH); i += 1) {
      if (i === at) continue
      bag.add(join(hash(i < at ? 'before name' : 'after name'), text.hashes[i] ?? 0), 0.4)
      if (i === at + 1) {
        bag.add(join(hash('right after name'), text.hashes[i] ?? 0))
        bag.add(join(hash('right after name 2'), join(text.hashes[i] ?? 0, text.hashes[i + 1] ?? 0)), 0.7)
      }
      if (i === at - 1) bag.add(join(hash('right before name'), text.hashes[i] ?? 0))
    }
    for (const cue of text.cues) bag.add(join(hash('about cue'), hash(cue)), 0.3)
  }
}
