/** What could lead to a person, on any line of a page: the generated part, and what people wrote. The datum itself is never repeated. */
import { unescape } from '../../render/anchor.ts'
import type { Personal } from '../../render/personal.ts'
import { personalData } from '../../render/personal-data.ts'
import type { CommittedPage } from '../page.ts'
import type { Found, Rule } from '../rule.ts'
import { suspectLines } from './suspects.ts'

export function privacyRule(kind: Personal, what: string, severity: Rule['severity'] = 'error'): Rule {
  return {
    severity,
    summary: `${what} stands on a page.`,
    look: ({ pages }) => pages.flatMap((page) => linesWith(kind, page).map((line) => found(page, line, what))),
  }
}

function found(page: CommittedPage, line: number, what: string): Found {
  return {
    file: page.file,
    line,
    persona: page.persona,
    says: `${what} stands on this line.`,
    remedy:
      'Take it out; a page names kinds of people, and git keeps what was once committed. Who was heard stands in the notes.',
  }
}

function linesWith(kind: Personal, page: CommittedPage): number[] {
  return [...dataOn(page)].flatMap(([line, kinds]) => {
    if (!kinds.has(kind)) return []
    // Among themselves people write @dana; in the generated part, a handle is a customer's.
    return kind === 'handle' && !isGenerated(line, page) ? [] : [line]
  })
}

/** @param line of the page, 1-based */
function isGenerated(line: number, { block }: CommittedPage): boolean {
  return block !== null && line > block.marker && line <= block.marker + block.lines.length
}

/** Among themselves people name commits; in what was said to us, forty such digits are a key. */
const COMMIT = /(?<![\w+/-])(?=[a-f]*\d)[0-9a-f]{40}(?![\w+/-])/g

/** What stands on which line, 1-based. */
type Data = ReadonlyMap<number, ReadonlySet<Personal>>

/** All of these rules ask for the same lines. */
const looked = new WeakMap<CommittedPage, Data>()

function dataOn(page: CommittedPage): Data {
  const found = looked.get(page) ?? new Map(look(page))
  looked.set(page, found)
  return found
}

function* look(page: CommittedPage): Generator<[number, ReadonlySet<Personal>]> {
  for (const at of suspectLines(visible(page.lines.join('\n')))) {
    const line = page.lines[at] ?? ''
    // Who looks after the page says so himself.
    if (line.startsWith('owner:')) continue
    const text = visible(line)
    yield [at + 1, personalData(isGenerated(at + 1, page) ? text : text.replace(COMMIT, ''))]
  }
}

/** Targets of links hold digests and file names, which are no numbers of anybody. */
function visible(line: string): string {
  return unescape(line.replace(/\]\([^\s)]+(?: "[0-9a-f]{16}")?\)/g, ']')).replace(/digest=[0-9a-f]{16}/, '')
}
