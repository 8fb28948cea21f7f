/**
 * What people do to the codebook: rename, merge, split, alias, pin. From the file's text to its new text, comments and order kept.
 * Ids never change: what is merged lives on as an alias, and a theme that a split opens gets an id that nothing had.
 */
import { isMap, isScalar, isSeq, visit, type Document, type YAMLMap, type YAMLSeq } from 'yaml'
import type { FailureCode } from '../failures.ts'
import type { CodebookTheme } from '../types.ts'
import {
  entryNode,
  openDocument,
  parseCodebook,
  styleOf,
  takenIds,
  themesOf,
  union,
  withLineEndsOf,
  withMerges,
  type NewerFormat,
} from './codebook.ts'
import { unique } from './order.ts'
import { slug } from './phrases.ts'
import { matchesByName } from './themes.ts'

/** A refusal, as failures.ts words it. */
interface Refusal {
  failure: FailureCode
  values: Record<string, string>
}

/** @returns the new text and the theme that it was about, as it is now */
export type Edited = { text: string; theme: CodebookTheme } | Refusal

/** The theme that people mean: by its id, the id of one that was merged into it, its name or an alias; case is ignored. */
export function themeNamed(themes: readonly CodebookTheme[], given: string): CodebookTheme | undefined {
  const live = withMerges(themes)
  const same = (word: string) => word.toLowerCase() === given.trim().toLowerCase()
  return (
    live.find(({ id }) => id === given) ??
    live.find(({ aliases }) => aliases.includes(given)) ??
    live.find(({ name }) => same(name)) ??
    live.find(({ aliases }) => aliases.some(same))
  )
}

/** The old name lives on as an alias, so that statements and searches still find the theme. */
export function renameTheme(text: string, given: string, name: string): Edited {
  return editTheme(text, given, (theme) => {
    const plain = name.trim()
    if (plain === '') return refuse('no-theme-name')
    const aliases = unique([...theme.aliases, theme.name]).filter((alias) => alias !== plain)
    return { ...theme, name: plain, aliases: plain === theme.name ? theme.aliases : inOrder(theme.aliases, aliases) }
  })
}

/** @param aliases other words for the theme; the id of another theme is refused, since that would be a merge */
export function aliasTheme(text: string, given: string, aliases: readonly string[]): Edited {
  return editTheme(text, given, (theme, themes) => {
    const wanted = aliases.map((alias) => alias.trim()).filter((alias) => alias !== '')
    for (const alias of wanted) {
      const other = themeNamed(
        themes.filter(({ id }) => id !== theme.id),
        alias,
      )
      if (other) return refuse('alias-taken', { alias, theme: other.id, into: theme.id })
    }
    return { ...theme, aliases: [...new Set([...theme.aliases, ...wanted])] }
  })
}

/** @param statements digests of what is in the theme now, which stays there whatever comes later */
export function pinTheme(text: string, given: string, statements: readonly string[]): Edited {
  return editTheme(text, given, (theme) => ({
    ...theme,
    pinned: true,
    statements: unique([...(theme.statements ?? []), ...statements]),
  }))
}

/** Takes back a pin; what `split` settled for single statements goes with it. */
export function unpinTheme(text: string, given: string): Edited {
  return editTheme(text, given, ({ id, name, tag, aliases, keywords }) => ({ id, name, tag, aliases, keywords }))
}

/** @param from themes that go into another and live on there as aliases, with everything that puts statements into them */
export function mergeThemes(text: string, from: readonly string[], into: string): Edited {
  const read = parseCodebook(text)
  if ('error' in read) return unreadable(read)
  const { themes } = read
  const home = themeNamed(themes, into)
  if (!home) return unknown(into)
  let merged = home
  const gone = new Set<string>()
  for (const given of from) {
    const theme = themeNamed(themes, given)
    if (!theme) return unknown(given)
    if (theme.id === home.id) return refuse('merge-into-itself', { theme: theme.id })
    if (theme.tag !== home.tag)
      return refuse('themes-differ', { from: theme.id, into: home.id, tag: theme.tag, other: home.tag })
    // A theme that is found by its name would be found no more: its words become keywords of its new home.
    const words = matchesByName(theme) ? [theme.name, ...theme.aliases] : []
    merged = union(merged, { ...theme, keywords: [...theme.keywords, ...words] })
    gone.add(theme.id)
  }
  return change(text, home.id, merged, (items, node) => removeEntries(items, gone, node))
}

/**
 * Opens a theme of its own for a part of another.
 * @param part keywords whose statements go there, and digests of single statements
 */
export function splitTheme(
  text: string,
  given: string,
  name: string,
  part: { keywords: readonly string[]; statements: readonly string[] },
): Edited {
  const read = parseCodebook(text)
  if ('error' in read) return unreadable(read)
  const theme = themeNamed(read.themes, given)
  if (!theme) return unknown(given)
  const keywords = part.keywords.map((word) => word.trim()).filter((word) => word !== '')
  if (name.trim() === '') return refuse('no-theme-name')
  if (keywords.length + part.statements.length === 0) return refuse('empty-split', { theme: theme.id })
  const opened: CodebookTheme = {
    id: freeId(slug(name), takenIds(read.themes)),
    name: name.trim(),
    tag: theme.tag,
    aliases: [],
    keywords,
    ...(part.statements.length > 0 && { statements: unique(part.statements) }),
  }
  const left = without(theme, keywords, part.statements)
  const done = change(text, theme.id, left, (items, node, document) => {
    items.items.splice(items.items.indexOf(node) + 1, 0, entryNode(document, opened))
  })
  return 'failure' in done ? done : { text: done.text, theme: opened }
}

function without(theme: CodebookTheme, keywords: readonly string[], statements: readonly string[]): CodebookTheme {
  const gone = new Set(keywords.map((word) => word.toLowerCase()))
  const left = (theme.statements ?? []).filter((digest) => !statements.includes(digest))
  const { statements: _, ...rest } = theme
  return {
    ...rest,
    keywords: theme.keywords.filter((word) => !gone.has(word.toLowerCase())),
    ...(left.length > 0 && { statements: left }),
  }
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`
  return id
}

/** What stood there stays in its place, what is new comes behind it. */
function inOrder(before: readonly string[], after: readonly string[]): string[] {
  return [...before.filter((word) => after.includes(word)), ...after.filter((word) => !before.includes(word))]
}

function editTheme(
  text: string,
  given: string,
  edit: (theme: CodebookTheme, themes: readonly CodebookTheme[]) => CodebookTheme | Refusal,
): Edited {
  const read = parseCodebook(text)
  if ('error' in read) return unreadable(read)
  const theme = themeNamed(read.themes, given)
  if (!theme) return unknown(given)
  const edited = edit(theme, read.themes)
  return 'failure' in edited ? edited : change(text, theme.id, edited)
}

/** Writes one theme back into the document, and lets `more` do what concerns the others. */
function change(
  text: string,
  id: string,
  theme: CodebookTheme,
  more: (items: YAMLSeq, node: YAMLMap, document: Document) => void = () => {},
): Edited {
  try {
    const document = openDocument(text)
    const items = themesOf(document)
    const node = items.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id)
    if (!node) return unknown(id)
    // A second line with the same id, as a merge of branches leaves it, is part of the theme by now.
    removeEntries(items, new Set([id]), node)
    setTheme(document, node, theme)
    more(items, node, document)
    const written = withLineEndsOf(text, document.toString(styleOf(text)))
    const read = parseCodebook(written)
    const now = 'themes' in read ? read.themes.find((one) => one.id === id) : undefined
    return now ? { text: written, theme: now } : refuse('codebook-not-editable')
  } catch {
    // An anchor that another theme refers to, for one.
    return refuse('codebook-not-editable')
  }
}

/** Sets what differs, so that quotes, flow and comments of everything else stay as people wrote them. */
function setTheme(document: Document, node: YAMLMap, theme: CodebookTheme): void {
  if (node.get('name') !== theme.name) node.set('name', theme.name)
  setWords(document, node, 'aliases', theme.aliases)
  setWords(document, node, 'keywords', theme.keywords)
  if (theme.pinned) node.set('pinned', true)
  else node.delete('pinned')
  setWords(document, node, 'statements', theme.statements ?? [])
}

function setWords(document: Document, node: YAMLMap, key: string, words: readonly string[]): void {
  const list = node.get(key, true)
  if (!isSeq(list)) {
    if (words.length > 0) node.set(key, document.createNode(words, { flow: true }))
    else if (node.has(key)) node.delete(key)
    return
  }
  const there = (item: unknown) => (isScalar(item) ? item.value : item)
  list.items = list.items.filter((item) => words.includes(String(there(item))))
  const known = new Set(list.items.map(there))
  for (const word of words) if (!known.has(word)) list.add(document.createNode(word))
  if (list.items.length === 0) node.delete(key)
}

/** Takes entries out; the comments that people wrote on them move to the entry that stays. */
function removeEntries(items: YAMLSeq, ids: ReadonlySet<string>, stays: YAMLMap): void {
  const gone = items.items.filter(
    (item): item is YAMLMap => isMap(item) && item !== stays && ids.has(String(item.get('id'))),
  )
  const comments = gone.flatMap(commentsOf)
  if (gone.length === 0) return
  items.items = items.items.filter((item) => !gone.includes(item as YAMLMap))
  if (comments.length > 0) stays.commentBefore = [stays.commentBefore, ...comments].filter(Boolean).join('\n')
}

function commentsOf(node: YAMLMap): string[] {
  const found: string[] = []
  visit(node, {
    Node(_, { commentBefore, comment }) {
      for (const text of [commentBefore, comment]) if (text) found.push(text)
    },
  })
  return found
}

function refuse(failure: FailureCode, values: Record<string, string> = {}): Refusal {
  return { failure, values }
}

function unknown(theme: string): Refusal {
  return refuse('no-such-theme', { theme })
}

function unreadable({ error, newer }: { error: string; newer?: NewerFormat }): Refusal {
  return newer === undefined ? refuse('bad-codebook', { reason: error }) : refuse('newer-format', { ...newer })
}
