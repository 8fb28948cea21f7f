/** From the synthesis to every file of the output folder, people's own text on the pages kept byte for byte. */
import type { Config } from '../config.ts'
import { digest } from '../digest.ts'
import { problem, type Problem } from '../problems.ts'
import { writeCodebook } from '../synthesize/codebook.ts'
import type { OutputFile, Persona, Synthesis } from '../types.ts'
import { sameWords } from './anchor.ts'
import { ACCOUNTS_PAGE, accountsBlock } from './accounts-page.ts'
import { demandsBlock } from './demands-page.ts'
import { setFrontMatter } from './front-matter.ts'
import { indexBlock } from './index-page.ts'
import { blockDigest, readPage, writePage } from './managed.ts'
import { claims } from './claims.ts'
import { frontMatter, personaBlock } from './persona-page.ts'
import { quoting, type Quoting } from './quote.ts'
import { leftOverEvidence, retiredBlock, retiredPages } from './retired.ts'
import { evidencePath } from './sections/evidence.ts'

export interface Existing {
  /** What stands in the output folder: text by path. */
  pages: ReadonlyMap<string, string>
  /** UTC day, YYYY-MM-DD. */
  today: string
  /** From a page to the root, with slashes and a slash at the end, such as `../`; empty where they are one folder. */
  toRoot: string
  /** Pages whose markers are broken or that are not ours are written anew, what stood there kept beside them. */
  force?: boolean
}

export interface Rendered {
  files: OutputFile[]
  problems: Problem[]
  /** Digest of the block of each page, as personas.lock keeps it. */
  blocks: { path: string; digest: string }[]
}

/** A page as it is wanted: its block, and the front matter that depends on the day of the last change. */
interface Wanted {
  path: string
  lines: string[]
  head: ((updated: string) => [string, string][]) | null
}

/** With the digest of the block. */
type Signed = Wanted & { digest: string }

const CODEBOOK = 'themes.yaml'
/** Begins people's own part of a new page; the tool never touches it again. */
const TEAM_NOTES = '\n## Team notes\n'
/** What is left of the figures when a persona is heard no more. */
const NOTHING = '{calls: 0, accounts: 0, people: 0, statements: 0}'

export function render(synthesis: Synthesis, config: Config, existing: Existing): Rendered {
  const wanted = wantedPages(synthesis, config, existing).map((page) => ({ ...page, digest: blockDigest(page.lines) }))
  const files: OutputFile[] = []
  const problems: Problem[] = []
  for (const page of wanted) {
    const made = bringUpToDate(page, existing)
    if (made.backup !== undefined) files.push(made.backup)
    if (made.text !== null) files.push({ path: page.path, text: made.text })
    if (made.problem !== null) problems.push(made.problem)
  }
  files.push({ path: CODEBOOK, text: writeCodebook(existing.pages.get(CODEBOOK) ?? '', synthesis.codebook) })
  return { files, problems, blocks: wanted.map(({ path, digest: block }) => ({ path, digest: block })) }
}

function wantedPages(synthesis: Synthesis, config: Config, { pages, toRoot }: Existing): Wanted[] {
  const here = quoting(synthesis.notes, config, toRoot)
  const deeper = here.from(`../${toRoot}`)
  const ofPersonas = synthesis.personas.flatMap((persona: Persona): Wanted[] => {
    const { page, quotes } = personaBlock(persona, here, deeper, config.templates, claims(persona.id, config))
    return [
      { path: `${persona.id}.md`, lines: page, head: (updated: string) => frontMatter(persona, updated) },
      ...quotes.map((lines, at): Wanted => ({ path: evidencePath(persona.id, at + 1), lines, head: null })),
    ]
  })
  const ofRetired = retiredPages(synthesis, pages).map((id): Wanted => ({
    path: `${id}.md`,
    lines: retiredBlock(id, pages.get(`${id}.md`) ?? '', synthesis, config),
    head: (updated) => [
      ['updated', updated],
      ['evidence', NOTHING],
    ],
  }))
  // Quotes of notes that are gone stand nowhere.
  const living = new Set(ofPersonas.map(({ path }) => path))
  const ofRetiredEvidence = leftOverEvidence(pages, living).map(({ path, id }): Wanted => ({
    path,
    lines: living.has(`${id}.md`)
      ? [`All quotes stand on [the first of these pages](${id}.md).`]
      : [`What became of this persona stands on [its page](../${id}.md).`],
    head: null,
  }))
  return [
    ...ofPersonas,
    ...ofRetired,
    ...ofRetiredEvidence,
    ...demandsPage(synthesis, here, pages),
    { path: ACCOUNTS_PAGE, lines: accountsBlock(synthesis, here), head: null },
    { path: 'README.md', lines: indexBlock(synthesis, here, config.templates), head: null },
  ]
}

/** A page that stands already says that nothing is demanded any more. */
function demandsPage(synthesis: Synthesis, here: Quoting, pages: ReadonlyMap<string, string>): Wanted[] {
  const path = 'demands.md'
  if (synthesis.demands.length === 0 && !pages.has(path)) return []
  return [{ path, lines: demandsBlock(synthesis, here), head: null }]
}

function newPage({ lines, digest: block, head }: Signed, today: string): string {
  const after = head === null ? '' : TEAM_NOTES
  const before = setFrontMatter('', head?.(today) ?? [], '\n')
  return writePage({ before, after, eol: '\n' }, lines, today, block)
}

/** @returns the text of the page, null where it is left as it is, and what there is to say of it */
function bringUpToDate(
  wanted: Signed,
  existing: Existing,
): { text: string | null; problem: Problem | null; backup?: OutputFile } {
  const { path, lines, digest: block, head } = wanted
  const { pages, today, force } = existing
  const text = pages.get(path)
  if (text === undefined) return { text: newPage(wanted, today), problem: null }
  const page = readPage(text)
  if (force === true && (page === null || 'error' in page)) {
    // Named by its content, so that no backup takes the place of another.
    const backup = `${path}.${digest(text)}.bak`
    return {
      text: newPage(wanted, today),
      problem: problem('page/forced', path, null, { backup }),
      backup: { path: backup, text },
    }
  }
  if (page === null) return { text: null, problem: problem('page/not-ours', path) }
  if ('error' in page) return { text: null, problem: problem('page/markers', path, null, { reason: page.error }) }
  // What stands there as it is wanted needs no digest of its own.
  const stands = page.digest === block && sameLines(page.lines, lines)
  const edited = !stands && page.digest !== blockDigest(page.lines)
  // The day moves when the content does: a page that only somebody's hand has touched gets its old day back with its old text,
  // and a quote that stands on another line of its note says what it said.
  const same = page.digest === block || (!edited && sameWords(page.lines, lines))
  const changed = same ? page.changed : today
  const before = setFrontMatter(page.before, head?.(changed) ?? [], page.eol)
  return {
    text: writePage({ ...page, before }, lines, changed, block),
    problem: edited ? problem('page/edited', path) : null,
  }
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at])
}
