/** Finds the words of a quote in a note, without parsing it: words alone count, so that markup, bullets and line breaks are passed over. */

export interface NoteWords {
  /** @param line 1-based; one that is not there has none */
  on: (line: number) => readonly string[]
  all: () => Words
}

interface Words {
  words: readonly string[]
  /** Line of each word, 1-based. */
  lines: readonly number[]
}

/** Letters, digits, and the signs that change what is said. */
const WORD = /[\p{L}\p{N}]+|[%€$£?]/gu
/** Words that one replaced name, address or number may have had. */
const LONGEST_GAP = 12

/** Most quotes stand where they stood: a note's words are told apart line by line, and all of them where one has to be looked for. */
export function noteWords(text: string): NoteWords {
  const lines = text.split(/\r\n?|\n/)
  let all: Words | undefined
  return { on: (line) => wordsOf(lines[line - 1] ?? ''), all: () => (all ??= allWords(lines)) }
}

function allWords(texts: readonly string[]): Words {
  const words: string[] = []
  const lines: number[] = []
  for (const [at, text] of texts.entries()) {
    for (const word of wordsOf(text)) {
      words.push(word)
      lines.push(at + 1)
    }
  }
  return { words, lines }
}

function wordsOf(text: string): string[] {
  return plain(text).match(WORD) ?? []
}

/** An escaped bracket begins no link; one behind an escaped backslash does. */
const LINK = /((\\{0,20})\[([^[\]]{0,2000}))?\]\([^)]{0,2000}\)/g

/** What markdown takes away: targets of links, tags, escapes, entities, and the signs that can stand inside of a word. */
function plain(text: string): string {
  return text
    .replace(LINK, (link: string, opened?: string, slashes = '', words = '') => {
      if (opened === undefined) return ']'
      return slashes.length % 2 === 1 ? link : `${slashes}${words}`
    })
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, ' ')
    .replace(/[\\*_`~]/g, '')
    .normalize('NFC')
}

/**
 * @param quote as a reader of the page sees it; what stands in square brackets there was something else in the note, or was cut
 * @param near the line on which it is looked for first
 * @returns the line of the note on which the quote begins, nearest to `near`; null where its words are not there
 */
export function findQuote(quote: string, note: NoteWords, near: number): number | null {
  const pieces = quote
    .split(/\[[^[\]]*\]/)
    .map(wordsOf)
    .filter((piece) => piece.length > 0)
  const [first] = pieces
  // Nothing but replacements: there is no word to look for.
  if (first === undefined || beginsOn(near, pieces, note)) return near
  const { words, lines } = note.all()
  let best: number | null = null
  for (const start of placesOf(first[0] ?? '', words)) {
    const line = lines[start] ?? 0
    if (best !== null && Math.abs(line - near) >= Math.abs(best - near)) continue
    if (matches(pieces, words, start)) best = line
  }
  return best
}

/** Of a line that is one word again and again, no more places are tried. */
const TRIES = 20

/** @returns true where it does; a quote that goes on for more than three lines is found among all words alone */
function beginsOn(line: number, pieces: readonly string[][], { on }: NoteWords): boolean {
  const here = on(line)
  const words = [...here, ...on(line + 1), ...on(line + 2)]
  return placesOf(pieces[0]?.[0] ?? '', here)
    .slice(0, TRIES)
    .some((start) => matches(pieces, words, start))
}

function placesOf(wanted: string, words: readonly string[]): number[] {
  const places: number[] = []
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) places.push(at)
  return places
}

/** The first piece at `start`, each later one a few words behind the one before; all places where one can stand are followed at once. */
function matches(pieces: readonly string[][], words: readonly string[], start: number): boolean {
  let starts = new Set([start])
  for (const piece of pieces) {
    const next = new Set<number>()
    for (const at of starts) {
      if (!piece.every((word, offset) => words[at + offset] === word)) continue
      for (let gap = 0; gap <= LONGEST_GAP; gap += 1) next.add(at + piece.length + gap)
    }
    if (next.size === 0) return false
    starts = next
  }
  return true
}
