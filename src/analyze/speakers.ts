/** Who stands behind a statement: a label, a quote's owner, the person a sentence reports, or whoever the talk is about. */
import type { Block, Note, PersonRecord, Side } from '../types.ts'
import { pronounOf } from './first-names.ts'
import { isLowerCase } from './capitals.ts'
import { isTitleWord } from './names.ts'
import type { People } from './people.ts'
import {
  attributions,
  isAuthors,
  isObject,
  leavesOpen,
  opensQuoted,
  quoted,
  speaks,
  subjectOf,
  withoutQuotes,
  type Spotted,
} from './reports.ts'
import { isRoleLabel } from './turns.ts'

interface Said {
  speaker: string | null
  side: Side
  /** The person's own words: a labelled row, a mail, a quotation; else somebody tells of the person. */
  direct: boolean
}

const NOBODY: Said = { speaker: null, side: 'unknown', direct: false }
/** One of the customer's people, nobody knows who. */
const SOMEBODY: Said = { speaker: null, side: 'customer', direct: false }
/** From this share of labelled rows on, a note is a dialogue: labels speak for themselves, and sentences aren't reports. */
const DIALOGUE = 0.5
/** `08.01.2026 phone, Giulia`, `12 Jan | call w Fredrik`: the line that begins an entry of a log. */
const ENTRY =
  /^\W{0,3}(?:\d{1,4}[-./]\d{1,2}(?:[-./]\d{2,4})?|\d{1,2}[- ](?:\p{Lu}\p{L}{2,8}|(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{Ll}{0,6})(?:[- ]\d{2,4})?|\p{L}{3} \d{1,2})(?![\d\p{L}%])[^.?!]*[.:]?$/u

/** What stands between two people who share a heading. */
const TOGETHER = /^[^,]{0,30}?(?:\band\b|[+&/]|,)\s*(?:(?:then|also|with|w\/)\s+)?$/u

/** Walks through a note statement by statement and keeps in mind whom it talks about. */
export class Narration {
  readonly #people: People
  readonly #records: Map<string, PersonRecord>
  readonly #main: PersonRecord | null
  /** Whom the call was with: the only customer, or the first of a few who have titles. */
  readonly #host: PersonRecord | null
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
  /** Who is named behind a block that is one quotation. */
  #signed: PersonRecord | null = null
  /** Who said the quotation that the last sentence left open. */
  #quoting: Said | null = null
  /** Blocks since somebody came into focus. */
  #age = 0
  /** The person who came into focus in this very block. */
  #here: PersonRecord | null = null
  /** The label of a note that one of us wrote from end to end, as a mail to colleagues. */
  readonly #memo: string | null
  #first = true

  constructor(note: Note, people: People) {
    this.#people = people
    this.#records = new Map(people.records.map((record) => [record.name, record]))
    this.#labels = new Set(note.blocks.map((block) => block.label ?? ''))
    this.#main = mainCustomer(note, people)
    const customers = people.records.filter((record) => record.side !== 'seller')
    const titled = customers.filter((record) => record.title !== null)
    this.#host = customers.length === 1 || (titled.length > 1 && titled.length < 5) ? (customers[0] ?? null) : null
    this.#author = people.records.find((record) => record.side === 'seller') ?? null
    const texts = note.blocks.filter((block) => block.kind !== 'cell')
    this.#dialogue = texts.filter((block) => block.kind === 'turn').length >= texts.length * DIALOGUE
    this.#lower = isLowerCase(note.blocks.flatMap((block) => block.lines.map((line) => line.text)))
    this.#memo = memoLabel(note, people, this.#records)
  }

  /** Begins a block: its label, its headings and its place say whom it is about. */
  enter(block: Block): void {
    const section = block.headings.join('\n')
    if (section !== this.#section) {
      this.#section = section
      // A note's title names whom the call was with; below another heading that says little.
      this.#owner = this.#ownerOf(
        block.kind === 'cell' || block.headings.length < 2 ? block.headings : block.headings.slice(1),
      )
      this.#focus = this.#owner
    }
    this.#block = block
    this.#first = true
    this.#quoting = null
    this.#here = null
    this.#age += 1
    this.#signed = this.#signer(block)
    const before = this.#label
    this.#label = block.label === null || block.label === this.#memo ? null : this.#labelled(block.label)
    if (this.#label && this.#label.side !== 'seller') this.#attend(this.#label)
    else if (before !== null && block.kind === 'paragraph' && block.label === null) this.#focus = this.#owner
    else if (block.kind === 'bullet' && block.depth === 1 && block.label === null)
      this.#focus = this.#owner ?? this.#focus
  }

  /** `"… It was luck." — Nat`: the name behind a quotation of several sentences is cut off from it. */
  #signer(block: Block): PersonRecord | null {
    if (block.kind === 'turn' || block.kind === 'cell') return null
    const text = block.lines.map((line) => line.text).join(' ')
    return /^\W{0,3}["“][^"“”]+["”]\s*[-–—(][^"“”]{2,60}$/u.test(text) ? this.#attributed(text) : null
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
      const [first, second] = customers
      if (first && (!second || first.person === second.person)) return first.person
      // `14/04 meeting, Gwen + Imran` is about both.
      if (
        first &&
        second &&
        !TOGETHER.test(heading.slice(first.end, second.at)) &&
        (first.at < 4 || heading.length < 60)
      )
        return first.person
      if (first) return null
    }
    return null
  }

  #attend(person: PersonRecord): void {
    this.#focus = person
    this.#here = person
    this.#age = 0
    this.#recent = [person, ...this.#recent.filter((one) => one !== person)].slice(0, 8)
  }

  /** Who said the statement. Statements are asked for in text order. */
  speakerOf(text: string): Said {
    const open = this.#quoting
    if (this.#signed !== null) {
      this.#attend(this.#signed)
      return said(this.#signed, true)
    }
    const found =
      open === null || open.speaker === null || this.#block?.kind === 'turn'
        ? this.#speakerOf(text)
        : { ...open, direct: true }
    if (open !== null) this.#first = false
    const left = leavesOpen(text, open !== null)
    this.#quoting = left ? (open?.speaker ? open : found) : null
    return found
  }

  #speakerOf(text: string): Said {
    const first = this.#first
    this.#first = false
    const block = this.#block
    if (block === null) return NOBODY
    const label = this.#label
    const direct = block.kind === 'turn' || block.kind === 'cell' || block.kind === 'quote' || block.label === 'A'
    if (label && direct && (this.#dialogue || first || block.kind !== 'turn' || label.side === 'seller'))
      return said(label, true)
    if (label && block.label !== null && block.kind === 'paragraph') {
      const other = label.side === 'seller' ? null : this.#another(text, label, first)
      if (other !== null) return said(other)
      return said(label, true)
    }
    if (block.label !== null && label === null && block.kind === 'turn' && this.#dialogue) return NOBODY
    if (label && block.kind === 'bullet' && (isAuthors(text) || /^["“]/u.test(text))) return said(label, true)
    if (label?.side === 'seller') return said(label)
    if (block.kind === 'quote' && label === null && this.#owner && !this.#attributed(text))
      return said(this.#owner, true)
    return this.#reported(text)
  }

  /** In a mail that goes through others one by one (`Mrs. Gerdes, customer service. Her people …`), whom the paragraph is about. */
  #another(text: string, label: PersonRecord, first: boolean): PersonRecord | null {
    if (first && text.length < 70) {
      const [opener] = this.#spot(text)
      if (
        opener &&
        opener.person !== label &&
        /^(?:(?:dr|mr|mrs|ms|prof)\.? ?)*$/iu.test(text.slice(0, opener.at).trim()) &&
        /^, [\p{Ll} ]+\.$/u.test(text.slice(opener.end))
      )
        this.#attend(opener.person)
    }
    if (this.#here === null || this.#here === label || /\b(?:I|we|my|our)\b/iu.test(withoutQuotes(text))) return null
    return this.#here
  }

  /** A sentence of somebody's notes: whom does it report? */
  #reported(text: string): Said {
    const spoken = quoted(text)
    const spotted = this.#spot(text)
    const customers = spotted.filter(
      ({ person, at }) => person.side !== 'seller' && !spoken.some(([from, to]) => from < at && at < to),
    )
    if (text.length < 160 && ENTRY.test(text) && this.#block?.kind === 'paragraph' && !this.#dialogue) {
      this.#owner = null
      this.#focus = customers[0]?.person ?? this.#focus
    }
    for (const { person } of customers.toReversed())
      this.#recent = [person, ...this.#recent.filter((one) => one !== person)].slice(0, 8)
    const attributed = this.#attributed(text)
    const subject = attributed ?? this.#ownWord(subjectOf(text, customers), text) ?? this.#pronoun(text, customers)
    if (subject) {
      this.#attend(subject)
      return said(subject, this.#isOwn(subject, text))
    }
    if (isAuthors(text) && this.#owner === null)
      return { speaker: this.#author?.name ?? null, side: 'seller', direct: false }
    const acting = customers.filter(({ at }) => !isObject(text, at))
    const only = new Set(acting.map(({ person }) => person)).size === 1 ? acting[0]?.person : undefined
    const person = only ?? this.#stillAbout() ?? customers[0]?.person ?? (this.#focus === null ? this.#host : null)
    return person === null ? SOMEBODY : said(person, this.#isOwn(person, text))
  }

  #isOwn(person: PersonRecord, text: string): boolean {
    return opensQuoted(text) || (this.#block?.labelled === true && person === this.#label)
  }

  /** The person in focus, as long as nothing says that the talk has gone on to something else. */
  #stillAbout(): PersonRecord | null {
    const bullet = this.#block?.kind === 'bullet' && this.#block.depth === 1
    const holds = this.#focus === this.#owner || this.#label !== null || this.#age <= (bullet ? 1 : 3)
    return holds ? this.#focus : null
  }

  /** Under a person's heading others are talked about; what they say themselves is theirs. */
  #ownWord(subject: PersonRecord | null, text: string): PersonRecord | null {
    if (subject === null || this.#owner === null || subject === this.#owner || this.#block?.kind === 'cell')
      return subject
    if (this.#spot(this.#block?.headings.at(-1) ?? '').length === 0) return subject
    const first = subject.name.split(' ')[0] ?? ''
    const behind = text.slice(text.indexOf(first) + first.length)
    return speaks(behind) ? subject : this.#owner
  }

  /** `"…" (Siri, after 3 screenshots)`, `"…" - Narelle`, `…, says Siobhán`. */
  #attributed(text: string): PersonRecord | null {
    for (const name of attributions(text)) {
      const person = this.#person(name)
      if (person !== null) return person
    }
    return null
  }

  /** `he` and `she` are the person last named whom the word fits; the one in focus first. */
  #pronoun(text: string, customers: readonly Spotted[]): PersonRecord | null {
    const unquoted = withoutQuotes(text)
    const match = /\b(s?he)\b/iu.exec(unquoted) ?? /\b(his|hers?|him(?:self)?|herself)\b/iu.exec(unquoted)
    if (!match?.[1]) return null
    const wanted = /^h(?:e|is|im|imself)$/iu.test(match[1]) ? 'he' : 'she'
    const named = new Set(customers.filter(({ at }) => at > match.index).map(({ person }) => person))
    const candidates = [this.#focus, ...this.#recent.filter((one) => !named.has(one)), this.#owner, this.#main].filter(
      (one) => one !== null,
    )
    const found =
      candidates.find(
        (one) => genderOf(one) === wanted || (one === this.#focus && this.#age <= 1 && genderOf(one) === 'either'),
      ) ??
      candidates.find((one) => genderOf(one) === 'either') ??
      null
    const near = found === this.#focus || found === this.#recent[0] || this.#here !== null
    return near ? found : null
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

function said(person: PersonRecord, direct = false): Said {
  return { speaker: person.name, side: person.side, direct }
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
