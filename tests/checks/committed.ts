/** What is committed, made in memory: one persona, one page that rests on one note, and nothing to complain about. */
import { readCommittedPage, type CommittedPage } from '../../src/checks/page.ts'
import type { Committed } from '../../src/checks/rule.ts'
import { readConfig } from '../../src/config.ts'
import { blockDigest, writePage } from '../../src/render/managed.ts'

const TODAY = '2026-09-10'
export const FILE = 'personas/finance-leader.md'
export const NOTE = 'notes/a.md'
export const NOTE_TEXT = '# Demo\n\n**Katrin Vogt:** Too dear for what it does.\n'
export const QUOTE =
  '> “Too dear for what it does.” — CFO, Hallmann, 2026-08-13, demo · [line 3](../notes/a.md?plain=1#L3 "0123456789abcdef")'

export const HEAD: readonly string[] = [
  'persona: finance-leader', // line 2
  'name: "Finance leader"',
  'kind: buyer',
  'updated: 2026-08-31', // line 5
  'evidence: {calls: 4, accounts: 3, people: 5, statements: 9, first: 2026-05-10, last: 2026-08-13}', // line 6
]
export const BLOCK: readonly string[] = [
  '# Finance leader', // line 9
  '',
  'A buyer: CFO.',
  '',
  '**Indicative**: 4 calls, 3 accounts, 5 people, 9 statements; last heard 2026-08-13.', // line 13
  '',
  'Never heard in these accounts: recommender, user and saboteur.', // line 15
  '',
  QUOTE, // line 17
]

export interface PageAs {
  path?: string
  head?: readonly string[]
  block?: readonly string[]
  /** Day that the begin marker names. */
  changed?: string
  below?: string
  /** Done to the text when it is made: an edit by hand. */
  edit?: (text: string) => string
}

export function pageText({
  head = HEAD,
  block = BLOCK,
  changed = '2026-08-31',
  below = '',
  edit,
}: PageAs = {}): string {
  const before = head.length === 0 ? '' : ['---', ...head, '---', ''].join('\n')
  const text = writePage({ before, after: below, eol: '\n' }, block, changed)
  return edit === undefined ? text : edit(text)
}

export function page(as: PageAs = {}): CommittedPage {
  const read = readCommittedPage(as.path ?? 'finance-leader.md', pageText(as), 'personas/', true)
  if (read === null) throw new Error('no page of ours')
  return read
}

/** The good state, with the parts that a test sets. */
export function committed(parts: Partial<Committed> = {}, checks: Record<string, unknown> = {}): Committed {
  const read = readConfig({ checks: { roles: [], ...checks } })
  if ('error' in read) throw new Error(read.error)
  const digests = { codebook: 'c', config: 'c', corrections: 'c', model: 'm' }
  return {
    today: TODAY,
    config: read.config,
    configFile: 'personas.config.json',
    maxAge: '6mo',
    out: 'personas/',
    pages: [page()],
    lock: {
      notes: new Map([[NOTE, 'n1']]),
      pages: new Map([['finance-leader.md', blockDigest(BLOCK)]]),
      ...digests,
    },
    now: { notes: new Map([[NOTE, 'n1']]), ...digests },
    problems: [],
    texts: new Map(),
    retention: new Map(),
    renamed: new Map(),
    expected: new Map(),
    contentDays: new Map(),
    ...parts,
  }
}
