/** Phrases that come back in statements no concept takes: what this market talks about and no other ("cyber insurance", "rates run"). */
import { SIGNALS, type Evidence, type Signal } from '../types.ts'
import { remembering } from '../remembering.ts'
import { WEIGHTS } from './concept-weights.ts'
import { byText, counted, groupBy, unique } from './order.ts'
import { stemsOf, wordsOf } from './phrases.ts'

/** A theme of its own is said by so many statements, in so many accounts. */
const LEAST_STATEMENTS = 3
const LEAST_ACCOUNTS = 2
const LONGEST = 3

/** Words that hold sentences together or say how much, when and how, and so name nothing. */
export const EMPTY = new Set(
  `a about above actually after again against all almost already also always am an and another any anybody anyone anything are around as ask asked
  at away back bad be because been before being below best better between big bit both but by call came can cannot come could day days did didn do does doesn doing don done down during each either else
  end enough even ever every everybody everyone everything far few first for from further get gets getting give given go goes going gone good got great had happen has have having he her here hers him his how however i if in
  instead into is isn it its itself just keep kept kind know last least less let like little long look lot made make makes making many may maybe me mean might mine more most much must my need needs never new next no nobody none nor not nothing
  now of off often ok old on once one ones only or other others our ours out over own part people per perhaps person place put quite rather really right said same saw say says second see seen set several she should since so some somebody
  someone something soon still stuff such sure take taken takes tell than that the their theirs them then there these they thing things think third this those though three through time times to today together told too took tomorrow tonight two under until up upon us use used
  using very want wanted wants was wasn way we week weeks well went were what whatever when where whether which while who whole whom whose why will with within without won word words work works would year years yes yesterday yet you your yours
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday month months morning afternoon evening hour hours minute minutes half quarter number point side four five six seven eight nine ten hundred thousand million
  re ve ll s t d m`.split(/\s+/),
)
/** What stands before a noun. */
const BEFORE_NOUN = new Set(
  'a an the our their his her my your its this that these those no every each per of new old'.split(' '),
)

export interface Phrase {
  name: string
  tag: Signal
  /** The phrase in the forms in which it was found, for the codebook. */
  forms: string[]
}

interface Candidate {
  key: string
  length: number
  holders: Set<Evidence>
  forms: string[]
  afterArticle: number
}

/** @param rest signals without a theme */
export function recurringPhrases(rest: readonly Evidence[]): Phrase[] {
  const generic = new Set(WEIGHTS.generic.split(' '))
  const names = namesIn(rest)
  const byTag = groupBy(rest, ({ statement }) => statement.tag)
  return SIGNALS.flatMap((tag) => {
    const open = new Set(byTag.get(tag))
    const candidates = candidatesOf([...open], generic, names)
    return pick(candidates, open).map(({ forms }) => ({
      name: nameOf(forms),
      tag,
      forms: unique(forms.map((form) => form.toLowerCase())),
    }))
  })
}

/** The best phrase takes its statements, then the next best of what is left, until none comes back often enough. */
function pick(candidates: readonly Candidate[], open: Set<Evidence>): Candidate[] {
  const picked: Candidate[] = []
  let left: readonly Left[] = candidates.map((candidate) => ({ candidate, holders: [...candidate.holders] }))
  for (;;) {
    left = left
      .map(({ candidate, holders }) => ({ candidate, holders: holders.filter((evidence) => open.has(evidence)) }))
      .filter(({ holders }) => holders.length >= LEAST_STATEMENTS && accountsOf(holders) >= LEAST_ACCOUNTS)
    const [first, ...others] = left
    if (first === undefined) return picked
    const best = others.reduce((a, b) => (byWorth(b, a) < 0 ? b : a), first)
    picked.push(best.candidate)
    for (const evidence of best.holders) open.delete(evidence)
  }
}

/** A phrase with those of its statements that no other has taken. */
interface Left {
  candidate: Candidate
  holders: readonly Evidence[]
}

function byWorth(a: Left, b: Left): number {
  return worth(b) - worth(a) || byText(a.candidate.key, b.candidate.key)
}

/** Two words say more of a theme than one. */
function worth({ candidate, holders }: Left): number {
  return holders.length * (candidate.length === 1 ? 1 : 1.6)
}

function accountsOf(holders: readonly Evidence[]): number {
  return new Set(holders.map(({ account }) => account)).size
}

function candidatesOf(
  evidence: readonly Evidence[],
  generic: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Candidate[] {
  const found = new Map<string, Candidate>()
  const lookOf = looksBeside(names)
  for (const one of evidence) {
    const words = wordsOf(one.statement.text)
    const stems = stemsOf(one.statement.text)
    const looks = words.map(lookOf)
    for (let start = 0; start < words.length; start += 1)
      for (let length = 1; length <= LONGEST && start + length <= words.length; length += 1) {
        // Nor does anything longer that holds such a word name something.
        const last = looks[start + length - 1]
        if (last === undefined || last.empty) break
        const stemmed = stems.slice(start, start + length)
        if (!last.endsName || stemmed.every((stem) => generic.has(stem))) continue
        const key = stemmed.join(' ')
        const candidate = found.get(key) ?? { key, length, holders: new Set(), forms: [], afterArticle: 0 }
        found.set(key, candidate)
        candidate.holders.add(one)
        candidate.forms.push(words.slice(start, start + length).join(' '))
        if (BEFORE_NOUN.has((words[start - 1] ?? '').toLowerCase())) candidate.afterArticle += 1
      }
  }
  return [...found.values()].filter(
    (c) => c.holders.size >= LEAST_STATEMENTS && (c.length > 1 || isNoun(c)) && isLowerCase(c),
  )
}

interface Look {
  /** Whether the word names nothing, and whether a name may end with it. */
  empty: boolean
  endsName: boolean
}

/** A language has few words, so each is looked at once. */
function looksBeside(names: ReadonlySet<string>): (word: string) => Look {
  return remembering((word: string): Look => {
    const plain = word.toLowerCase().replace(/['’]s$/, '')
    return { empty: isEmpty(plain, names), endsName: endsAsName(plain) }
  })
}

function isEmpty(plain: string, names: ReadonlySet<string>): boolean {
  return EMPTY.has(plain) || names.has(plain) || /^\d/.test(plain) || plain.length < 3 || /['’]/.test(plain)
}

function endsAsName(plain: string): boolean {
  return !/(?:ly|ing|ed)$/.test(plain)
}

function isNoun({ forms, afterArticle }: Candidate): boolean {
  return afterArticle >= forms.length * 0.3
}

/** A word that stands there with a capital nearly always is the name of a place or person. */
function isLowerCase({ forms }: Candidate): boolean {
  const small = forms.filter((form) => form === form.toLowerCase() || /^\p{Lu}{2,}s?$/u.test(form))
  return small.length >= forms.length * 0.4
}

function namesIn(evidence: readonly Evidence[]): Set<string> {
  const names = evidence.flatMap(({ person, statement, account }) => [
    person?.name ?? '',
    statement.speaker ?? '',
    account,
  ])
  return new Set([...new Set(names)].flatMap((name) => wordsOf(name.toLowerCase())))
}

/** The form that stands there most often, with a capital. */
function nameOf(forms: readonly string[]): string {
  const form = counted(forms.map((one) => (/^\p{Lu}{2,}/u.test(one) ? one : one.toLowerCase())))[0]?.value ?? ''
  return form.slice(0, 1).toUpperCase() + form.slice(1)
}
