/** Pages whose persona has no evidence any more, was merged or renamed: the file and people's text on it stay, the block says what became of it. */
import type { Config } from '../config.ts'
import type { Synthesis } from '../types.ts'
import { claims } from './claims.ts'
import { escapeText } from './escape.ts'
import { readPage } from './managed.ts'
import { redactor } from './redact.ts'

/** Names in the configuration and in notes may hold anything. */
const plain = redactor([])

/** Pages about all personas have none of their own. */
const OVERVIEWS: ReadonlySet<string> = new Set(['demands', 'accounts'])

/** @returns ids of the pages with a block of ours that no persona with evidence has */
export function retiredPages(synthesis: Synthesis, pages: ReadonlyMap<string, string>): string[] {
  const alive = new Set(synthesis.personas.map(({ id }) => id))
  return [...pages]
    .flatMap(([name, text]) => {
      const id = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(name)?.[1]
      return id === undefined || OVERVIEWS.has(id) || alive.has(id) || readPage(text) === null ? [] : [id]
    })
    .toSorted()
}

/** @returns files of quotes that no persona fills any more: what they quote may be in no note */
export function leftOverEvidence(
  pages: ReadonlyMap<string, string>,
  living: ReadonlySet<string>,
): { path: string; id: string }[] {
  return [...pages]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => {
      const id = /^evidence\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.\d+)?\.md$/.exec(path)?.[1]
      return id === undefined || living.has(path) || readPage(text) === null ? [] : [{ path, id }]
    })
}

/** @param text of the page as it stands, whose front matter tells the name of a persona that the configuration has no more */
export function retiredBlock(id: string, text: string, synthesis: Synthesis, config: Config): string[] {
  const known = config.personas.find((persona) => persona.id === id)
  const name = known?.name ?? nameIn(text) ?? id
  return [`# ${escapeText(plain(name))}`, '', becameOf(id, name, synthesis, config), ...paragraph(claims(id, config))]
}

const paragraph = (lines: readonly string[]) => (lines.length === 0 ? [] : ['', ...lines])

function becameOf(id: string, name: string, synthesis: Synthesis, config: Config): string {
  return `${reason(id, name, synthesis, config)} What people wrote on this page stays until somebody deletes the file.`
}

function reason(id: string, name: string, synthesis: Synthesis, config: Config): string {
  const home = homeOf(id, config)
  if (home !== id) return `This persona was merged into ${link(home, synthesis, config)}.`
  if (config.personas.some((persona) => persona.id === id))
    return 'The notes hold no evidence for this persona any more.'
  const heir = config.personas.find((persona) => persona.name === name && config.merge[persona.id] === undefined)
  if (heir) return `This persona has another id now: ${link(heir.id, synthesis, config)}.`
  return 'The configuration names no persona of this id any more; it may have been renamed.'
}

/** Where a chain of merges ends; a circle ends where it began. */
function homeOf(id: string, { merge }: Config): string {
  const seen = new Set<string>()
  let home = id
  while (merge[home] !== undefined && !seen.has(home)) {
    seen.add(home)
    home = merge[home] ?? home
  }
  return home
}

/** A link where there is a page. */
function link(id: string, { personas }: Synthesis, config: Config): string {
  const name = escapeText(plain(config.personas.find((persona) => persona.id === id)?.name ?? id))
  return personas.some((persona) => persona.id === id) ? `[${name}](${id}.md)` : name
}

/** As `frontMatter` writes it; a formatter may have taken the quotation marks off or put others. */
function nameIn(text: string): string | null {
  const written = /^name:(.*)/m.exec(/^\uFEFF?---\r?\n[\s\S]*?\n---/.exec(text)?.[0] ?? '')?.[1]?.trim()
  if (!written) return null
  try {
    return String(JSON.parse(written))
  } catch {
    return written.replace(/^(['"])(.*)\1$/, '$2')
  }
}
