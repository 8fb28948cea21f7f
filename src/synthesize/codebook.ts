/**
 * `themes.yaml`, the codebook: people edit it, the tool only adds to it. Comments and order are people's and stay.
 * A new theme is one line, so that two branches that both added themes merge line by line (git's `merge=union`).
 */
import { Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import { z } from 'zod'
import { SIGNALS, type CodebookTheme } from '../types.ts'
import { unique } from './order.ts'

const themeSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
  name: z.string().min(1),
  tag: z.enum(SIGNALS),
  aliases: z.array(z.string()).nullish(),
  keywords: z.array(z.string()).nullish(),
  pinned: z.boolean().nullish(),
  statements: z.array(z.string('a digest stands in quotes')).nullish(),
})
/** Version 0 was a bare list of themes, or a map without a version; it is read as version 1 and written as such. */
const VERSION = 1
const codebookSchema = z.object({ version: z.number().int().nullish(), themes: z.array(themeSchema).nullish() })

const HEADER = ` The codebook: the themes that statements are grouped into. \`personas ingest\` adds new ones at the end and changes nothing else.
 Yours to edit, by hand or with \`personas themes\`: names and aliases as you like; an alias with the id of another theme merges
 that one in; keywords put a statement here that holds one of them, whatever its built-in concept; statements are digests of
 single statements that belong here. Ids stay, since pages and reports refer to them.`

/** The format of a file, and the newest that this program knows. */
export interface NewerFormat {
  version: string
  known: string
}

export type ReadCodebook = { themes: CodebookTheme[] } | { error: string; newer?: NewerFormat }

/** @param text of the file; empty where there is none */
export function parseCodebook(text: string): ReadCodebook {
  const document = parseDocument(text, { uniqueKeys: true })
  const [error] = document.errors
  if (error) return { error: error.message.split('\n')[0] ?? error.message }
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: 100 })
  } catch (failure) {
    return { error: failure instanceof Error ? failure.message : 'it holds too many aliases' }
  }
  const version = (content as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > VERSION)
    return {
      error: `it has format v${version}, and this personas knows v${VERSION}`,
      newer: { version: `${version}`, known: `${VERSION}` },
    }
  const read = codebookSchema.safeParse(Array.isArray(content) ? { themes: content } : (content ?? {}))
  if (!read.success)
    return { error: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }
  return oneForEachId((read.data.themes ?? []).map(themeOf))
}

function themeOf({ aliases, keywords, pinned, statements, ...theme }: z.output<typeof themeSchema>): CodebookTheme {
  return {
    ...theme,
    aliases: aliases ?? [],
    keywords: keywords ?? [],
    ...(pinned && { pinned: true as const }),
    ...(statements && statements.length > 0 && { statements }),
  }
}

/** Two branches that opened or changed the same theme leave two lines with its id behind when they are merged: they are one theme. */
function oneForEachId(themes: readonly CodebookTheme[]): ReadCodebook {
  const byId = new Map<string, CodebookTheme>()
  for (const theme of themes) {
    const first = byId.get(theme.id)
    if (first && first.tag !== theme.tag)
      return { error: `two themes have the id "${theme.id}", one of ${first.tag} and one of ${theme.tag}` }
    byId.set(theme.id, first ? union(first, theme) : theme)
  }
  return { themes: [...byId.values()] }
}

/** The first theme with everything that the second brings; the name of the second lives on as an alias. */
export function union(first: CodebookTheme, second: CodebookTheme): CodebookTheme {
  const names = [second.id, second.name, ...second.aliases].filter((name) => name !== first.id && name !== first.name)
  const statements = [...new Set([...(first.statements ?? []), ...(second.statements ?? [])])]
  return {
    ...first,
    aliases: [...new Set([...first.aliases, ...names])],
    keywords: [...new Set([...first.keywords, ...second.keywords])],
    ...((first.pinned || second.pinned) && { pinned: true as const }),
    ...(statements.length > 0 && { statements }),
  }
}

/** The codebook with every theme folded into the one that has its id as an alias. */
export function withMerges(codebook: readonly CodebookTheme[]): CodebookTheme[] {
  const byId = new Map(codebook.map((theme) => [theme.id, theme]))
  const into = new Map<string, string>()
  const homeOf = (id: string): string => (into.has(id) ? homeOf(into.get(id) ?? '') : id)
  for (const theme of codebook)
    for (const alias of theme.aliases)
      // Two themes that each have the other as an alias: the first one wins.
      if (byId.get(alias)?.tag === theme.tag && !into.has(alias) && homeOf(theme.id) !== alias)
        into.set(alias, theme.id)
  if (into.size === 0) return [...codebook]
  const folded = new Map(codebook.filter(({ id }) => !into.has(id)).map((theme) => [theme.id, theme]))
  for (const theme of codebook) {
    const home = folded.get(homeOf(theme.id))
    if (home && home.id !== theme.id) folded.set(home.id, union(home, theme))
  }
  return [...folded.values()]
}

/** Ids that no new theme may take: those of themes, and those that live on as aliases. */
export function takenIds(codebook: readonly CodebookTheme[]): Set<string> {
  return new Set(codebook.flatMap(({ id, aliases }) => [id, ...aliases]))
}

/**
 * @param text of the file as it is; empty where there is none
 * @returns the text with those themes added that it lacks; byte for byte the same where it lacks none
 */
export function writeCodebook(text: string, themes: readonly CodebookTheme[]): string {
  const read = parseCodebook(text)
  if ('error' in read) return text
  const known = new Set(read.themes.map((theme) => theme.id))
  const added = themes.filter((theme) => !known.has(theme.id))
  if (added.length === 0) return text
  return withLineEndsOf(text, appended(text, added) ?? rewritten(text, added))
}

/** The text with the new themes as lines at its end; null where its themes are not the last thing in it, one below the other. */
function appended(text: string, added: readonly CodebookTheme[]): string | null {
  const root = parseDocument(text).contents
  const themes = isMap(root) ? root.get('themes', true) : null
  if (!isSeq(themes) || themes.flow || !themes.range) return null
  const column = themes.range[0] - (text.lastIndexOf('\n', themes.range[0] - 1) + 1)
  const lines = added.map((theme) => `${' '.repeat(column)}- ${asLine(theme)}\n`).join('')
  const longer = text + (text.endsWith('\n') ? '' : '\n') + lines
  const read = parseCodebook(longer)
  return 'error' in read || !added.every(({ id }) => read.themes.some((theme) => theme.id === id)) ? null : longer
}

function asLine(theme: CodebookTheme): string {
  const document = new Document()
  document.contents = entryNode(document, theme)
  return document.toString(STYLE).trimEnd()
}

function rewritten(text: string, added: readonly CodebookTheme[]): string {
  const document = openDocument(text)
  for (const theme of added) themesOf(document).add(entryNode(document, theme))
  return document.toString(styleOf(text))
}

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const

/** The indentation that people gave the list stays. */
export function styleOf(text: string): typeof STYLE & { indent: number; indentSeq: boolean } {
  const column = /^( *)- /m.exec(text)?.[1]?.length ?? 2
  return { ...STYLE, indent: Math.max(2, Math.min(column, 8)), indentSeq: column > 0 }
}

export function withLineEndsOf(text: string, written: string): string {
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written
}

/** The file as a document of this version, whatever version it had. Its text must be readable. */
export function openDocument(text: string): Document {
  if (text.trim() === '') return emptyCodebook()
  const document: Document = parseDocument(text)
  if (isMap(document.contents)) {
    if (document.get('version') !== VERSION) setVersion(document.contents)
  } else {
    const root = new YAMLMap()
    root.set('version', VERSION)
    root.set('themes', isSeq(document.contents) ? document.contents : new YAMLSeq())
    document.contents = root
  }
  return document
}

function setVersion(root: YAMLMap): void {
  if (root.has('version')) return root.set('version', VERSION)
  const version = new Document({ version: VERSION }).contents as unknown as YAMLMap
  root.items.unshift(...version.items)
}

/** The list of themes in a document of this version. */
export function themesOf(document: Document): YAMLSeq {
  const found = document.get('themes', true)
  if (isSeq(found)) return found
  const themes = new YAMLSeq()
  document.set('themes', themes)
  return themes
}

function emptyCodebook(): Document {
  const document: Document = new Document({ version: VERSION, themes: [] })
  document.commentBefore = HEADER
  const themes = document.get('themes', true)
  // A new document writes an empty list as [], and what is added to it in its line.
  if (isSeq(themes)) themes.flow = false
  return document
}

/** A theme as one line of the list. */
export function entryNode(document: Document, theme: CodebookTheme): YAMLMap {
  const { id, name, tag, aliases, keywords, pinned, statements } = theme
  const entry = {
    id,
    name,
    tag,
    ...(aliases.length > 0 && { aliases }),
    ...(keywords.length > 0 && { keywords }),
    ...(pinned && { pinned }),
    ...(statements && statements.length > 0 && { statements: unique(statements) }),
  }
  const node = document.createNode(entry, { flow: true }) as unknown as YAMLMap
  node.flow = true
  return node
}
