/** Who stands behind a statement: a label, a quote's owner, the person a sentence reports, or whoever the talk is about. */
import type { Block, Note, PersonRecord, Side } from '../types.ts'
import type { People } from './people.ts'

interface Said {
  speaker: string | null
  side: Side
}

interface Spotted {
  name: string
  at: number
  end: number
}

const NOBODY: Said = { speaker: null, side: 'unknown' }

/** Walks through a note statement by statement and keeps in mind whom it talks about. */
export class Narration {
  readonly #people: People
  readonly #byName: Map<string, PersonRecord>
  readonly #customers: PersonRecord[]
  readonly #author: PersonRecord | null
  #block: Block | null = null
  #focus: string | null = null
  #label: PersonRecord | null = null
  #section = ''

  constructor(_note: Note, people: People) {
    this.#people = people
    this.#byName = new Map(people.records.map((record) => [record.name, record]))
    this.#customers = people.records.filter((record) => record.side === 'customer')
    this.#author = people.records.find((record) => record.side === 'seller') ?? null
  }

  /** Begins a block: its label, its headings and its place say whom it is about. */
  enter(block: Block): void {
    const section = block.headings.join('\n')
    if (section !== this.#section) {
      this.#section = section
      this.#focus = this.#personOfHeadings(block.headings)
    }
    this.#block = block
    this.#label = block.label === null ? null : this.#labelled(block.label)
    if (this.#label?.side === 'customer') this.#focus = this.#label.name
  }

  #labelled(label: string): PersonRecord | null {
    if (label === 'A') return this.#record(this.#focus) ?? this.#customers[0] ?? null
    return this.#record(this.#people.resolve(label))
  }

  #record(name: string | null): PersonRecord | null {
    return name === null ? null : (this.#byName.get(name) ?? null)
  }

  #personOfHeadings(headings: readonly string[]): string | null {
    for (const heading of [...headings].reverse()) {
      const customer = this.#spot(heading).find(({ name }) => this.#byName.get(name)?.side === 'customer')
      if (customer) return customer.name
    }
    return null
  }

  /** Who said the statement. Statements are asked for in text order. */
  speakerOf(text: string): Said {
    const label = this.#label
    if (label && this.#block?.kind === 'turn' && this.#isDialogue()) return { speaker: label.name, side: label.side }
    if (this.#block?.label && !label && this.#block.kind === 'turn') return NOBODY
    if (label?.side === 'seller') return { speaker: label.name, side: 'seller' }
    return this.#reported(text)
  }

  /** In a turn the label speaks, whoever is named. */
  #isDialogue(): boolean {
    return true
  }

  #reported(text: string): Said {
    const spotted = this.#spot(text)
    const customer = spotted.find(({ name }) => this.#byName.get(name)?.side !== 'seller')
    if (customer && !(this.#label && this.#label.name !== customer.name && !subject(customer))) this.#focus = customer.name
    else if (isAuthors(text)) return this.#author ? { speaker: this.#author.name, side: 'seller' } : { speaker: null, side: 'seller' }
    const name = this.#focus ?? this.#label?.name ?? this.#customers[0]?.name ?? null
    const record = this.#record(name)
    return record ? { speaker: record.name, side: record.side } : NOBODY
  }

  /** People named in a text, in order. */
  #spot(text: string): Spotted[] {
    const found: Spotted[] = []
    for (const match of text.matchAll(/(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{Lu}[\p{L}\p{M}]*)*/gu)) {
      const name = this.#people.resolve(match[0])
      if (name !== null && found.at(-1)?.name !== name) found.push({ name, at: match.index, end: match.index + match[0].length })
    }
    return found
  }
}

/** Whether the name stands where a sentence's subject stands. */
function subject(spotted: Spotted): boolean {
  return spotted.at === 0
}

/** The rep speaks of himself. */
function isAuthors(text: string): boolean {
  return /^(?:i|we|i'm|i'll|i've|my|told|showed|sent|asked|offered|explained)\b/iu.test(text.replace(/’/gu, "'"))
}
