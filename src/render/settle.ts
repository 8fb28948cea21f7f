/**
 * After a merge of two branches that both wrote pages: what the tool wrote is settled, since it is written anew anyway;
 * what people wrote in two ways stays in conflict, for a person to decide.
 */
import { readConflicts, sideOf, type Conflict } from '../conflicts.ts'
import { settleCodebook } from '../synthesize/settle-codebook.ts'
import { readPage, writePage } from './managed.ts'

/**
 * @param pages what stands in the output folder: text by path
 * @param ancestors the same as it was before the branches parted, where that is known
 */
export function settle(
  pages: ReadonlyMap<string, string>,
  ancestors: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  return new Map(
    [...pages].map(([path, text]) => {
      if (path.endsWith('.md')) return [path, settlePage(text, ancestors.get(path))]
      return [path, path === 'themes.yaml' ? settleCodebook(text) : text]
    }),
  )
}

/** Which part of a page a line belongs to: above its block, in it (markers included), below it. */
const ZONES = ['before', 'block', 'after'] as const
type Zone = (typeof ZONES)[number]

/** One of the two sides of a merge. */
interface Side {
  /** The zone of every line of the page as this side has it. */
  zones: readonly Zone[]
  /** true: this side left people's words of the zone as they were before the branches parted, as far as one knows. */
  untouched: (zone: Zone, lines: readonly string[]) => boolean
}

/** @returns the page without conflicts in its block and in the values that the tool keeps; as it is where the block can't be made out */
function settlePage(text: string, ancestor: string | undefined): string {
  if (!text.includes('<<<<<<<')) return text
  const segments = readConflicts(text)
  if (segments === null) return text
  const ours = sideFrom(sideOf(segments, 'ours'), ancestor)
  const theirs = sideFrom(sideOf(segments, 'theirs'), ancestor)
  if (ours === null || theirs === null) return text
  const lines: string[] = []
  let [here, there] = [0, 0]
  for (const segment of segments) {
    const [own, other] = 'shared' in segment ? [segment.shared, segment.shared] : [segment.ours, segment.theirs]
    if ('shared' in segment) lines.push(...segment.shared)
    else
      for (const zone of ZONES) {
        const mine = own.filter((_, at) => ours.zones[here + at] === zone)
        const yours = other.filter((_, at) => theirs.zones[there + at] === zone)
        lines.push(...settleZone(zone, [ours, mine], [theirs, yours], segment))
      }
    here += own.length
    there += other.length
  }
  return signed(lines.join('\n'))
}

function sideFrom(text: string, ancestor: string | undefined): Side | null {
  const zones = zonesOf(text)
  if (zones === null) return null
  const wordsIn = (all: string, where: readonly Zone[], zone: Zone) =>
    words(
      zone,
      all.split('\n').filter((_, at) => where[at] === zone),
    )
  const before = ancestor === undefined ? null : zonesOf(ancestor)
  return {
    zones,
    untouched: (zone, lines) => {
      if (ancestor === undefined || before === null) return false
      const then = wordsIn(ancestor, before, zone)
      const now = wordsIn(text, zones, zone)
      return lines.every((line) => then.includes(line)) && then.every((line) => now.includes(line))
    },
  }
}

/** The zone of every line; null for a text that is no page. */
function zonesOf(text: string): Zone[] | null {
  const page = readPage(text)
  if (page === null || 'error' in page) return null
  const above = page.before.split('\n').length - 1
  const below = above + page.lines.length + 2
  return text.split('\n').map((_, at) => (at < above ? 'before' : at < below ? 'block' : 'after'))
}

/** People's words once where one side alone changed them, or both in the same way; else as the conflict that they are. */
function settleZone(
  zone: Zone,
  [ours, mine]: [Side, readonly string[]],
  [theirs, yours]: [Side, readonly string[]],
  conflict: Conflict,
): readonly string[] {
  if (zone === 'block') return mine
  const [my, your] = [words(zone, mine), words(zone, yours)]
  if (sameLines(my, your) || theirs.untouched(zone, your)) return mine
  if (ours.untouched(zone, my)) return yours
  const allPeoples = my.length === conflict.ours.length && your.length === conflict.theirs.length
  const kept = mine.filter((line) => !my.includes(line))
  return allPeoples ? conflict.raw : [...kept, ...apart(my, your, conflict.raw)]
}

/** Two ways of saying something, what they begin and end with in common said once. */
function apart(my: readonly string[], your: readonly string[], raw: readonly string[]): string[] {
  const most = Math.min(my.length, your.length)
  let head = 0
  while (head < most && my[head] === your[head]) head += 1
  let tail = 0
  while (tail < most - head && my.at(-1 - tail) === your.at(-1 - tail)) tail += 1
  const middle = raw.find((line) => /^={7}\r?$/.test(line)) ?? '======='
  return [
    ...my.slice(0, head),
    raw[0] ?? '',
    ...my.slice(head, my.length - tail),
    middle,
    ...your.slice(head, your.length - tail),
    raw.at(-1) ?? '',
    ...my.slice(my.length - tail),
  ]
}

function sameLines(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((line, at) => line === others[at])
}

const TOOL_KEY = /^(?:persona|name|kind|updated|evidence):/

/** Those lines that are people's: above the block all but the values that the tool keeps, which may go on where lines are indented. */
function words(zone: Zone, lines: readonly string[]): string[] {
  if (zone !== 'before') return [...lines]
  return lines.filter((_, at) => {
    let key = at
    while (key > 0 && /^(?:[ \t]|\}\s*$)/.test(lines[key] ?? '')) key -= 1
    return !TOOL_KEY.test(lines[key] ?? '')
  })
}

/** The block is a mixture of two now, which nobody edited by hand: its marker says so with the digest of what it holds. */
function signed(text: string): string {
  const page = readPage(text)
  return page === null || 'error' in page ? text : writePage(page, page.lines, page.changed)
}
