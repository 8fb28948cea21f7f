/** Takes one person out of the files of the output folder. Pure: the command reads and writes. */
import { isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { readPage, writePage } from './render/managed.ts'
import { escapePattern } from './render/escape.ts'

export interface Forgotten {
  text: string
  /** How often the person stood there. */
  times: number
}

/** Finds a person by name: in any case, with any space between, surname first, with an initial, in a mail address, by the surname alone. */
export interface Finder {
  /** Every spelling that means this person and nobody else. */
  full: RegExp
  /** The first name alone, which may mean somebody else; null where the name has one word. */
  first: RegExp | null
}

/** @param name as a person types it, first name first */
export function finder(name: string): Finder {
  const words = name
    .normalize('NFC')
    .trim()
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(escapePattern)
  const [first = '', ...rest] = words
  const surname = rest.at(-1)
  const gap = '[\\s._%20+-]{1,4}'
  const spellings = [words.join(gap)]
  if (surname !== undefined)
    spellings.push(
      `${rest.join(gap)},?${gap}${first}`,
      `${[...first][0] ?? ''}\\.?${gap}${surname}`,
      rest.join(gap),
      surname,
    )
  const whole = (all: readonly string[]) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return { full: whole(spellings), first: surname === undefined ? null : whole([first]) }
}

/** @returns 1-based lines on which the pattern stands */
export function linesWith(text: string, pattern: RegExp): number[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .flatMap((line, at) => (line.search(pattern) >= 0 ? [at + 1] : []))
}

/**
 * @param path relative to the output folder; says what kind of file it is
 * @returns the text without the person; byte for byte the same where he does not stand in it
 */
export function forgetIn(path: string, text: string, { full }: Finder): Forgotten {
  const plain = text.normalize('NFC')
  const times = plain.match(full)?.length ?? 0
  if (times === 0) return { text, times }
  if (path.endsWith('.jsonl') || path.endsWith('.lock')) return { text: withoutLines(plain, full), times }
  if (/\.ya?ml$/.test(path)) return { text: inCodebook(plain, full), times }
  return { text: onPage(plain, full), times }
}

/** A line of corrections or of the lock names a note by its path; without the name it would name nothing. */
function withoutLines(text: string, full: RegExp): string {
  return text
    .split('\n')
    .filter((line) => line.search(full) < 0)
    .join('\n')
}

/** Aliases and keywords that name the person go; in a theme's name somebody takes the place. */
function inCodebook(text: string, full: RegExp): string {
  const document = parseDocument(text)
  if (document.errors.length === 0) {
    visit(document, {
      Pair(_, pair) {
        if (!isPair(pair) || !isSeq(pair.value)) return
        pair.value.items = pair.value.items.filter(
          (item) => !(isScalar(item) && typeof item.value === 'string' && item.value.search(full) >= 0),
        )
      },
    })
  }
  const kept = document.errors.length === 0 ? document.toString({ lineWidth: 0, flowCollectionPadding: false }) : text
  return kept.replace(full, 'somebody')
}

/** The block keeps its day and gets the digest of what stands in it now, so that it does not pass for edited by hand. */
function onPage(text: string, full: RegExp): string {
  const without = text.replace(full, '[name]')
  const page = readPage(without)
  return page === null || 'error' in page ? without : writePage(page, page.lines, page.changed)
}
