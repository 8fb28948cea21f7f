import type { AnalysisConfig } from '../config.ts'
import { remembering } from '../remembering.ts'
import type { Block, Note, PersonMention, PersonRecord, Side } from '../types.ts'
import { isInitials, isTitleWord, nameKey, POLITE_ENDING } from './names.ts'
import { settleSides } from './sides.ts'
import { plausibleTitle } from './titles.ts'
import { isRoleLabel } from './turns.ts'

/** The people of one note, each once, and the way from any spelling to the person. */
export interface People {
  records: PersonRecord[]
  /** Full name behind a label, first name, surname, initials or title; null where nobody can be told. */
  resolve(written: string): string | null
  /** Full name of the person whom a word of the text names; null for roles and titles. */
  named(written: string): string | null
}

/** One person in the making: every way he is written, in order. */
export interface Candidate {
  name: string
  key: string[]
  title: string | null
  company: string | null
  side: Side
  role: PersonMention['role']
  /** Order of first mention. */
  order: number
}

/** Who is in the note: names, titles, companies and sides, settled. `role` is 'unknown' unless note or config say it; `persona` is null unless config says it. */
export function people(note: Note, config: AnalysisConfig): People {
  const candidates = merge([...note.mentions, ...numberedSpeakers(note)]).filter((one) => !endsAsTitle(one.name))
  for (const one of candidates) one.name = spelledOut(one, candidates)
  settleSides(candidates, note, config)
  const records = candidates.map((one) => toRecord(one, note.record.file, config))
  return {
    records,
    resolve: resolver(candidates, note.blocks),
    named: remembering(
      (written: string) =>
        (/^\p{Lu}{3}$/u.test(written) ? shortFor(written, candidates) : findCandidate(written, candidates))?.name ??
        null,
    ),
  }
}

/** "Rental Ops" is what is left of a title, however it is written. */
function endsAsTitle(name: string): boolean {
  const words = name.split(' ')
  return (
    words.length > 1 && /^(?:ops|operations|finance|sales|it|hr|manager|director|officer)$/iu.test(words.at(-1) ?? '')
  )
}

/** Whether a label is one of these people's, before anybody else is known. */
export function nameTest(mentions: readonly PersonMention[], config: AnalysisConfig): (label: string) => boolean {
  const known = mentions.concat(
    config.us.people.map((name) => ({ name, title: null, company: null, side: 'seller' as const, role: null })),
  )
  const candidates = merge(known)
  return (label) => findCandidate(label, candidates) !== null
}

/** Each person once: full names first, then the shorter spellings that fit exactly one of them. */
function merge(mentions: readonly PersonMention[]): Candidate[] {
  const found: Candidate[] = []
  const inOrder = mentions
    .map((mention, order) => ({ mention, order, key: nameKey(mention.name) }))
    .filter(({ key, mention }) => key.length > 0 && !isRoleLabel(mention.name))
  const written = new Map<string, number>()
  for (const { mention } of inOrder) written.set(mention.name, (written.get(mention.name) ?? 0) + 1)
  const isPerson = ({ name, title, side }: PersonMention): boolean =>
    !isBareInitials(name) || title !== null || (stands(name) && (side === 'seller' || (written.get(name) ?? 0) > 1))
  const length = ({ mention, key }: (typeof inOrder)[number]) => (isBareInitials(mention.name) ? 0 : fullness(key))
  const longest = inOrder.toSorted((a, b) => length(b) - length(a) || a.order - b.order)
  for (const { mention, order, key } of longest) {
    const same =
      mention.side === 'seller' && stands(mention.name)
        ? signedBy(mention.name, found)
        : findCandidate(mention.name, found)
    if (same) absorb(same, mention, order)
    else if (isPerson(mention))
      found.push({
        name: clean(mention.name),
        key,
        title: plausibleTitle(mention.title),
        company: mention.company,
        side: mention.side,
        role: mention.role,
        order,
      })
  }
  return found.toSorted((a, b) => a.order - b.order)
}

function fullness(key: readonly string[]): number {
  return key.filter((word) => word.length > 1).length * 10 + key.length
}

/** Who signed with these initials: none of the customer's people, whose titles the head names. */
function signedBy(initials: string, candidates: readonly Candidate[]): Candidate | null {
  const short = initials.toLowerCase()
  return unique(
    candidates.filter((one) => one.title === null && (one.name === initials || initialsOf(one.key).includes(short))),
  )
}

/** `DO` for Desmond Oakley, whom another note may spell out; not `PM`, `IT`, nor a single letter. */
function stands(initials: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(initials) && !isTitleWord(initials)
}

function isBareInitials(name: string): boolean {
  return name.split(/\s+/).every((word) => isInitials(word))
}

function clean(name: string): string {
  const words = name.split(/\s+/)
  const kept = words.filter(
    (word, index) =>
      index > 0 ||
      !/^(?:mr|mrs|ms|miss|mx|herr|hr|frau|chief|fr|father|mdm|madam|sr|sra|srta|don|doña|sig|mme|m|dott|ing|prof|dr|uncle|aunt|auntie|col|cllr|chef|capt|engr|madame|alhaji|hajia|oga|pani|pan|maître|padre|foreman)\.?$/iu.test(
        word,
      ),
  )
  return (kept.length > 0 ? kept : words).join(' ').replace(POLITE_ENDING, '')
}

function absorb(one: Candidate, mention: PersonMention, order: number): void {
  one.title ??= plausibleTitle(mention.title)
  one.company ??= mention.company
  one.role ??= mention.role
  if (one.side === 'unknown' || (mention.side === 'seller' && mention.title === null && one.title === null))
    one.side = mention.side === 'unknown' ? one.side : mention.side
  one.order = Math.min(one.order, order)
}

/** The one person that a spelling fits, null where none or several do. */
function findCandidate(written: string, candidates: readonly Candidate[]): Candidate | null {
  const key = nameKey(written.replace(/(?:(?<!\s)\s+)?\([^]*/u, ''))
  // `MR` in capitals is Mathieu Roche, no Mister.
  if (key.length === 0) return /^\p{Lu}{2}$/u.test(written) ? shortFor(written, candidates) : null
  const exact = candidates.filter((one) => same(one.key, key))
  if (exact.length > 0) return exact[0] ?? null
  const part = unique(
    candidates.filter(
      (one) =>
        key.every((word) => one.key.includes(word)) ||
        (one.key.length > 1 && one.key.every((word) => key.includes(word))),
    ),
  )
  if (part) return part
  const abbreviated = unique(
    candidates.filter((one) => abbreviates(key, one.key) || (key.length > 1 && abbreviates(one.key, key))),
  )
  if (abbreviated) return abbreviated
  const letters = written.replace(/[.\s-]/gu, '')
  // `D.` is Davide Riva where no other first name begins so; Q and A mark questions and answers.
  if (/^\p{Lu}\.?$/u.test(written.trim()) && !/^[AQI]$/u.test(letters)) {
    const begins = candidates.filter((one) => one.key[0]?.startsWith(letters.toLowerCase()) === true)
    if (begins.length > 0) return unique(begins)
  }
  if (isInitials(written.trim()) || /^\p{Lu}{1,3}$/u.test(letters))
    return (
      unique(candidates.filter((one) => initialsOf(one.key).includes(letters.toLowerCase()))) ??
      unique(
        candidates.filter(
          (one) => one.key.length === 1 && one.key[0]?.startsWith(letters.charAt(0).toLowerCase()) === true,
        ),
      ) ??
      // `UC` where the note has no more of her than `Caduff`.
      unique(
        candidates.filter(
          (one) =>
            letters.length === 2 &&
            one.key.length === 1 &&
            one.key[0]?.startsWith(letters.charAt(1).toLowerCase()) === true,
        ),
      )
    )
  return null
}

/** `GST` in running text is not Gus: three letters have to be those of three names. */
function shortFor(letters: string, candidates: readonly Candidate[]): Candidate | null {
  const short = letters.toLowerCase()
  return unique(candidates.filter((one) => one.key.join('') === short || initialsOf(one.key).includes(short)))
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index])
}

function unique<T>(all: readonly T[]): T | null {
  return all.length === 1 ? (all[0] ?? null) : null
}

/** `maria l`, `m lopez` for `maria lopez`. */
function abbreviates(short: readonly string[], full: readonly string[]): boolean {
  if (short.length !== full.length || short.length < 2) return false
  return (
    short.every(
      (word, index) => word === full[index] || (word.length === 1 && full[index]?.startsWith(word) === true),
    ) && short.some((word) => word.length > 1)
  )
}

function initialsOf(key: readonly string[]): string[] {
  const letters = key.map((word) => word.charAt(0))
  const noParticles = key
    .filter((word) => !/^(?:van|von|de|der|den|da|dos|del|la|ní|mac)$/u.test(word))
    .map((word) => word.charAt(0))
  const all = [letters.join(''), noParticles.join('')]
  if (key.length > 2) all.push(`${letters[0] ?? ''}${letters.at(-1) ?? ''}`)
  if (key.length === 1) return []
  return all
}

/** `SPEAKER_1 = Jannik Voss`, `speaker names from memory: 1 me (Mitch Tranter), 2 Fiona Garrick CISO`, `HB = Heike Brandstätter`. */
function legend(blocks: readonly Block[]): Map<string, string> {
  const found = new Map<string, string>()
  const text = blocks
    .slice(0, 6)
    .flatMap((block) => block.lines.map((line) => line.text))
    .join('\n')
    .slice(0, 2000)
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])([\p{L}_]{1,10}[ _]?\d{0,2}|\d{1,2})\s{0,9}(?:=|:|\bis\b)\s{0,9}(?:is )?(?:me\s{0,9}\(?\s{0,9})?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/gu,
  ))
    found.set((match[1] ?? '').toLowerCase(), match[2] ?? '')
  for (const match of text.matchAll(
    /(?<=[:,;] )(\d{1,2})\s+(?:me\s*\(\s*)?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}\p{Ll}[\p{L}'’-]*){0,3})/gu,
  ))
    found.set(match[1] ?? '', match[2] ?? '')
  return found
}

function numberedSpeakers(note: Note): PersonMention[] {
  const found: PersonMention[] = []
  const used = new Set(note.blocks.map((block) => block.label?.toLowerCase() ?? ''))
  for (const [label, name] of legend(note.blocks)) {
    if (![...used].some((one) => one === label || one === `speaker ${label}` || one === `speaker_${label}`)) continue
    found.push({ name, title: null, company: null, side: 'unknown', role: null })
  }
  return found
}

function resolver(candidates: readonly Candidate[], blocks: readonly Block[]): (written: string) => string | null {
  const legends = legend(blocks)
  const sellers = candidates.filter((one) => one.side === 'seller')
  const customers = candidates.filter((one) => one.side === 'customer')
  const find = (written: string): string | null => {
    const label = written.trim()
    const number = /^speaker[ _](\d{1,2})$/iu.exec(label)?.[1]
    const behind = legends.get(label.toLowerCase()) ?? (number ? legends.get(number) : undefined)
    if (behind) return findCandidate(behind, candidates)?.name ?? null
    const person = findCandidate(label, candidates)
    if (person) return person.name
    if (/^(?:me|i|us|we|ae|rep|sales rep|seller|vendor|q|interviewer|moderator|researcher|host)$/iu.test(label))
      return (byTitle(label, sellers) ?? sellers[0])?.name ?? null
    if (/^(?:se|sc)$/iu.test(label)) return (byTitle(label, sellers) ?? sellers[1] ?? sellers[0])?.name ?? null
    if (
      /^(?:prospect|customer|client|buyer|champion|them|they|a|interviewee|respondent|guest|participant)$/iu.test(label)
    )
      return customers[0]?.name ?? null
    return byTitle(label, candidates)?.name ?? null
  }
  return remembering(find)
}

/** `the CFO` → the one person with that title. */
function byTitle(label: string, candidates: readonly Candidate[]): Candidate | null {
  const bare = label.toLowerCase().replace(/^(?:the|their|our)\s+/u, '')
  if (bare.length < 2 || bare.length > 40) return null
  return unique(candidates.filter((one) => one.title !== null && ` ${one.title.toLowerCase()} `.includes(` ${bare} `)))
}

/** A surname of one letter says nothing: `Ray G` is Ray, unless there is another Ray. */
function spelledOut(one: Candidate, all: readonly Candidate[]): string {
  const words = one.name.split(/\s+/)
  const kept = words.filter((word) => !/^\p{L}(?:[.-]\p{L})?\.?$/u.test(word))
  if (kept.length === words.length || kept.length === 0) return one.name
  const alike = all.filter((other) => other !== one && kept.every((word) => other.key.includes(word.toLowerCase())))
  return alike.length > 0 ? one.name : kept.join(' ')
}

function toRecord(one: Candidate, file: string, config: AnalysisConfig): PersonRecord {
  const settled = Object.hasOwn(config.people, one.name) ? config.people[one.name] : undefined
  return {
    v: 1,
    kind: 'person',
    file,
    name: one.name,
    title: settled?.title ?? one.title,
    company: one.company,
    side: settled?.side ?? one.side,
    role: settled?.role ?? one.role ?? 'unknown',
    persona: settled?.persona ?? null,
  }
}
