/** Who stands behind a statement: a label, a quote's owner, the person a sentence reports, or whoever the talk is about. */
import type { Block, Note, PersonRecord, Side } from '../types.ts'
import { pronounOf } from './first-names.ts'
import { isTitleWord } from './names.ts'
import type { People } from './people.ts'
import { isRoleLabel } from './turns.ts'

interface Said {
  speaker: string | null
  side: Side
}

interface Spotted {
  person: PersonRecord
  at: number
  end: number
}

const NOBODY: Said = { speaker: null, side: 'unknown' }
/** From this share of labelled rows on, a note is a dialogue: labels speak for themselves, and sentences aren't reports. */
const DIALOGUE = 0.5
const SPEAKS =
  /^[\p{L}'’ ]{0,25}\s(?:says?|said|asks?|asked|wants?|wanted|thinks?|thought|told|needs?|won't|would|wouldn't|reckons?|fears?|worries|hates?|likes?|wrote|signs)\b/u

/** What stands before a surname: `Ms Halloran`, `the Mayor, Mr. Parida`. */
const ADDRESS =
  /(?<![\p{L}])(?:mr|mrs|ms|miss|dr|prof|professor|col|cllr|sir|madam|madame|mme|herr|hr|frau|fr|sig|sr|sra|don|doña|chief|chef)\.?\s+$/iu

/** `08.01.2026 phone, Giulia`, `12 Jan | call w Fredrik`: the line that begins an entry of a log. */
const ENTRY =
  /^\W{0,3}(?:\d{1,4}[-./]\d{1,2}(?:[-./]\d{2,4})?|\d{1,2}[- ]\p{L}{3,9}(?:[- ]\d{2,4})?|\p{L}{3} \d{1,2})(?![\d\p{L}%])[^.?!]*[.:]?$/u

/** Characters beside a name that say what it does in its sentence. */
const NEAR = 200

/** Walks through a note statement by statement and keeps in mind whom it talks about. */
export class Narration {
  readonly #people: People
  readonly #records: Map<string, PersonRecord>
  readonly #main: PersonRecord | null
  readonly #author: PersonRecord | null
  readonly #dialogue: boolean
  readonly #lower: boolean
  readonly #labels: Set<string>
  #block: Block | null = null
  #label: PersonRecord | null = null
  /** The person whom the headings above are about. */
  #owner: PersonRecord | null = null
  /** The person whom the last sentences were about. */
  #focus: PersonRecord | null = null
  /** People in the order in which they were last named, newest first. */
  #recent: PersonRecord[] = []
  #section: string | null = null
  /** The label of a note that one of us wrote from end to end, as a mail to colleagues. */
  readonly #memo: string | null
  #first = true

  constructor(note: Note, people: People) {
    this.#people = people
    this.#records = new Map(people.records.map((record) => [record.name, record]))
    this.#labels = new Set(note.blocks.map((block) => block.label ?? ''))
    this.#main = mainCustomer(note, people)
    this.#author = people.records.find((record) => record.side === 'seller') ?? null
    const texts = note.blocks.filter((block) => block.kind !== 'cell')
    this.#dialogue = texts.filter((block) => block.kind === 'turn').length >= texts.length * DIALOGUE
    this.#lower = isLowerCase(note)
    this.#memo = memoLabel(note, people, this.#records)
  }

  /** Begins a block: its label, its headings and its place say whom it is about. */
  enter(block: Block): void {
    const section = block.headings.join('\n')
    if (section !== this.#section) {
      this.#section = section
      this.#owner = this.#ownerOf(block.headings)
      this.#focus = this.#owner
    }
    this.#block = block
    this.#first = true
    this.#label = block.label === null || block.label === this.#memo ? null : this.#labelled(block.label)
    if (this.#label && this.#label.side !== 'seller') this.#attend(this.#label)
    else if (block.kind === 'bullet' && block.depth === 1 && block.label === null)
      this.#focus = this.#owner ?? this.#focus
  }

  #labelled(label: string): PersonRecord | null {
    if (label === 'A') return this.#owner ?? this.#focus ?? this.#main
    if (/^(?:them|they|customer|client|prospect|buyer)$/iu.test(label)) return this.#owner ?? this.#main
    const name = this.#people.resolve(label)
    if (name !== null) return this.#records.get(name) ?? null
    // Initials of a person whose surname the note never spells out.
    const initial = /^\p{Lu}{1,3}$/u.test(label) ? label.charAt(0) : '-'
    return [this.#owner, this.#author].find((one) => one?.name.startsWith(initial)) ?? null
  }

  #ownerOf(headings: readonly string[]): PersonRecord | null {
    for (const heading of headings.toReversed()) {
      const customers = this.#spot(heading).filter(({ person }) => person.side !== 'seller')
      if (customers[0] && (customers.length === 1 || customers[0].at < 4 || heading.length < 60))
        return customers[0].person
    }
    return null
  }

  #attend(person: PersonRecord): void {
    this.#focus = person
    this.#recent = [person, ...this.#recent.filter((one) => one !== person)].slice(0, 8)
  }

  /** Who said the statement. Statements are asked for in text order. */
  speakerOf(text: string): Said {
    const first = this.#first
    this.#first = false
    const block = this.#block
    if (block === null) return NOBODY
    const label = this.#label
    const direct = block.kind === 'turn' || block.kind === 'cell' || block.kind === 'quote' || block.label === 'A'
    if (label && direct && (this.#dialogue || first || block.kind !== 'turn' || label.side === 'seller'))
      return said(label)
    if (label && block.label !== null && block.kind === 'paragraph') return said(label)
    if (block.label !== null && label === null && block.kind === 'turn' && this.#dialogue) return NOBODY
    if (label && block.kind === 'bullet' && (isAuthors(text) || /^["“]/u.test(text))) return said(label)
    if (label?.side === 'seller') return said(label)
    if (block.kind === 'quote' && label === null && this.#owner && !this.#attributed(text)) return said(this.#owner)
    return this.#reported(text)
  }

  /** A sentence of somebody's notes: whom does it report? */
  #reported(text: string): Said {
    const spotted = this.#spot(text)
    const customers = spotted.filter(({ person }) => person.side !== 'seller')
    if (text.length < 120 && ENTRY.test(text) && this.#block?.kind === 'paragraph' && !this.#dialogue) {
      this.#owner = null
      this.#focus = customers[0]?.person ?? this.#focus
    }
    for (const { person } of customers.toReversed())
      this.#recent = [person, ...this.#recent.filter((one) => one !== person)].slice(0, 8)
    const attributed = this.#attributed(text)
    const subject = attributed ?? this.#ownWord(this.#subject(text, customers), text) ?? this.#pronoun(text, customers)
    if (subject) {
      this.#attend(subject)
      return said(subject)
    }
    if (isAuthors(text)) return { speaker: this.#author?.name ?? null, side: 'seller' }
    const only = new Set(customers.map(({ person }) => person)).size === 1 ? customers[0]?.person : undefined
    const person = only ?? this.#focus ?? customers[0]?.person ?? this.#main
    return person ? said(person) : NOBODY
  }

  /** Under a person's heading others are talked about; what they say themselves is theirs. */
  #ownWord(subject: PersonRecord | null, text: string): PersonRecord | null {
    if (subject === null || this.#owner === null || subject === this.#owner || this.#block?.kind === 'cell')
      return subject
    const first = subject.name.split(' ')[0] ?? ''
    return SPEAKS.test(text.slice(text.indexOf(first) + first.length)) || text.startsWith(`${first}:`)
      ? subject
      : this.#owner
  }

  /** `"…" (Siri, after 3 screenshots)`, `"…" - Narelle`, `…, says Siobhán`. */
  #attributed(text: string): PersonRecord | null {
    const tail =
      /(?:["”)\].]\s*[-–—]\s*|["”]\s*\(|,?["”]?\s(?:says|said|asked|asks|adds|added|according to|per)\s)(\p{Lu}[\p{L}'’.-]{0,60}(?:\s\p{Lu}[\p{L}'’.-]{0,60}){0,2})[^"“”]{0,40}$/u.exec(
        text,
      )
    return tail?.[1] ? this.#person(tail[1].trim().replace(/[.,]$/u, '')) : null
  }

  /** The person in the place of the subject; of `A says that B wants` it is B. */
  #subject(text: string, customers: readonly Spotted[]): PersonRecord | null {
    for (const [index, spot] of customers.entries()) {
      const address = ADDRESS.exec(text.slice(Math.max(0, spot.at - 12), spot.at))?.[0].length ?? 0
      // What stands further away has no part in it, and would be looked through for every name again.
      const before = text.slice(Math.max(0, spot.at - address - NEAR), spot.at - address)
      const after = text.slice(spot.end, spot.end + NEAR).replace(/’/gu, "'")
      const begins =
        spot.at <= NEAR &&
        /^\W{0,40}(?:(?:and|but|so|then|also|now|when|if|because|as|for|like|since|while|although|apparently|later|still|even|only|only then|after that|on \p{L}+|\d[\d/.:]*|\p{L}+,)\s+){0,3}$/iu.test(
          before,
        )
      const opens =
        /(?:[.;:!?–—]|,|\b(?:and|but|so|because|that|if|when|while|as|where|which|says|said|since|until|before|after|nor|or|than|what))\s+$/iu.test(
          before,
        )
      const possessive = /^'s\s/u.test(after)
      const acts =
        /^\s+(?:\p{Ll}+ly\s+)?(?:is|was|has|had|does|did|will|would|can|could|wants?|needs?|\p{Ll}{3,}(?:s|ed)|told|said|knew|thought|won't|doesn't|didn't|isn't|wasn't|ran|went|came|got|gave|took|put|saw|sat|felt|left|heard|kept|built|bought|found|made|lost|led|drove|rang|wrote|read|met|'d|'s|'ll|to|=|:|on|not|no|only|never|still)\b|^'(?:d|ll|s (?:got|been|\p{Ll}+ing|not|out|in|on|fine))\b|^\s*[:=]/u.test(
          after,
        )
      if (begins || (opens && acts) || (possessive && before.trim() === '')) {
        const next = customers[index + 1]
        if (
          next &&
          /^\s+(?:says|said|thinks|told (?:me|us)|reports|hears|heard|knows)\s+(?:that\s+)?$/u.test(
            text.slice(spot.end, next.at),
          ) &&
          /^\s+(?:wants|needs|will|won't|would|wouldn't|has|is|can't|hates|likes|signs)\b/u.test(
            text.slice(next.end, next.end + NEAR),
          )
        )
          return next.person
        return spot.person
      }
    }
    return null
  }

  /** `he` and `she` are the person last named whom the word fits; the one in focus first. */
  #pronoun(text: string, customers: readonly Spotted[]): PersonRecord | null {
    const unquoted = text.replace(/["“][^"“”]{0,500}["”]/gu, '')
    const match = /\b(s?he)\b/iu.exec(unquoted) ?? /\b(his|hers?|him(?:self)?|herself)\b/iu.exec(unquoted)
    if (!match?.[1]) return null
    const wanted = /^h(?:e|is|im|imself)$/iu.test(match[1]) ? 'he' : 'she'
    const named = new Set(customers.filter(({ at }) => at > match.index).map(({ person }) => person))
    const candidates = [this.#focus, ...this.#recent.filter((one) => !named.has(one)), this.#owner, this.#main].filter(
      (one) => one !== null,
    )
    return (
      candidates.find((one) => genderOf(one) === wanted) ?? candidates.find((one) => genderOf(one) === 'either') ?? null
    )
  }

  #person(written: string): PersonRecord | null {
    if (isRoleLabel(written) || (isTitleWord(written) && !this.#labels.has(written))) return null
    const name = this.#people.named(written)
    return name === null ? null : (this.#records.get(name) ?? null)
  }

  /** People named in a text, in order. */
  #spot(text: string): Spotted[] {
    const found: Spotted[] = []
    const words = this.#lower
      ? /(?<![\p{L}\p{N}'’])\p{L}[\p{L}\p{M}]*(?:[-]\p{L}[\p{L}\p{M}]*)*/gu
      : /(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{Lu}[\p{L}\p{M}]*)*/gu
    for (const match of text.matchAll(words)) {
      const person = this.#person(match[0])
      const last = found.at(-1)
      if (person === null) continue
      const end = match.index + match[0].length
      if (last?.person === person && match.index - last.end <= 2) last.end = end
      else found.push({ person, at: match.index, end })
    }
    return found
  }
}

/** A seller's label over nearly the whole of a note says who wrote it, not who is quoted. */
function memoLabel(note: Note, people: People, records: ReadonlyMap<string, PersonRecord>): string | null {
  const label = note.blocks[0]?.label ?? null
  if (label === null || note.blocks[0]?.kind === 'turn') return null
  const share = note.blocks.filter((block) => block.label === label).length / note.blocks.length
  return share > 0.7 && records.get(people.resolve(label) ?? '')?.side === 'seller' ? label : null
}

function said(person: PersonRecord): Said {
  return { speaker: person.name, side: person.side }
}

/** What `he` and `she` may mean; names in no list may mean both. */
function genderOf(person: PersonRecord): 'he' | 'she' | 'either' {
  if (/^(?:mr|herr|fr|father|sir|don)\b/iu.test(person.name)) return 'he'
  if (/^(?:mrs|ms|miss|frau|dame)\b/iu.test(person.name)) return 'she'
  return pronounOf(person.name.replace(/^(?:dr|prof)\.?\s+/iu, '')) ?? 'either'
}

/** The customer whom a note is about where it says nothing: who is named most, titles and early mention counting for him. */
function mainCustomer(note: Note, people: People): PersonRecord | null {
  const counts = new Map<string, number>()
  for (const block of note.blocks) {
    const label = block.label === null ? null : people.resolve(block.label)
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  let best: PersonRecord | null = null
  let most = -1
  people.records.forEach((record, index) => {
    if (record.side === 'seller') return
    const weight = (record.title === null ? 0 : 3) + Math.min(4, counts.get(record.name) ?? 0) * 0.25 - index * 0.5
    if (best === null || weight > most) {
      best = record
      most = weight
    }
  })
  return best
}

/** Notes typed without capitals name people without them too. */
function isLowerCase(note: Note): boolean {
  const lines = note.blocks.flatMap((block) => block.lines)
  return lines.length > 0 && lines.filter((line) => /^\W*\p{Ll}/u.test(line.text)).length > lines.length * 0.5
}

/** The rep speaks of himself. */
function isAuthors(text: string): boolean {
  return /^(?:i|we|i'm|i'll|i've|i'd|my|told|showed|sent|asked|offered|explained|we're|we've)\b/iu.test(
    text.replace(/’/gu, "'"),
  )
}
