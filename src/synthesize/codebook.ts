/** `themes.yaml`, the codebook: people edit it, the tool only adds to it. Comments and order are people's and stay. */
import { Document, isSeq, parseDocument, YAMLSeq } from 'yaml'
import { z } from 'zod'
import { SIGNALS, type CodebookTheme } from '../types.ts'

const themeSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
  name: z.string().min(1),
  tag: z.enum(SIGNALS),
  aliases: z.array(z.string()).nullish(),
  keywords: z.array(z.string()).nullish(),
})
const codebookSchema = z.object({ version: z.literal(1).default(1), themes: z.array(themeSchema).nullish() })

const HEADER = ` The codebook: the themes that statements are grouped into. \`personas ingest\` adds new ones at the end and changes nothing else.
 Yours to edit: names and aliases as you like; an alias with the id of another theme merges that one in; keywords put a
 statement here that holds one of them, whatever its built-in concept. Ids stay, since pages and reports refer to them.`

/** @param text of the file; empty where there is none */
export function parseCodebook(text: string): { themes: CodebookTheme[] } | { error: string } {
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
  if (typeof version === 'number' && version > 1)
    return { error: `it has format v${version}, and this personas knows v1; install a newer one` }
  const read = codebookSchema.safeParse(content ?? {})
  if (!read.success)
    return { error: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }
  const themes = (read.data.themes ?? []).map(({ aliases, keywords, ...theme }) => ({
    ...theme,
    aliases: aliases ?? [],
    keywords: keywords ?? [],
  }))
  const double = themes.find((theme, at) => themes.findIndex(({ id }) => id === theme.id) < at)
  return double ? { error: `two themes have the id "${double.id}"` } : { themes }
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
  const written = appended(text, added) ?? rewritten(text, added)
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written
}

/** The text with the new themes as lines at its end; null where its themes are not the last thing in it, one below the other. */
function appended(text: string, added: readonly CodebookTheme[]): string | null {
  const themes = parseDocument(text).get('themes', true)
  if (!isSeq(themes) || themes.flow || !themes.range) return null
  const column = themes.range[0] - (text.lastIndexOf('\n', themes.range[0] - 1) + 1)
  const lines = new Document(added.map(entry)).toString(STYLE).replace(/^(?=.)/gm, ' '.repeat(column))
  const longer = text + (text.endsWith('\n') ? '' : '\n') + lines
  const read = parseCodebook(longer)
  return 'error' in read || !added.every(({ id }) => read.themes.some((theme) => theme.id === id)) ? null : longer
}

function rewritten(text: string, added: readonly CodebookTheme[]): string {
  const document = text.trim() === '' ? emptyCodebook() : parseDocument(text)
  if (!isSeq(document.get('themes'))) document.set('themes', new YAMLSeq())
  for (const theme of added) document.addIn(['themes'], document.createNode(entry(theme)))
  return document.toString(STYLE)
}

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const

function emptyCodebook(): Document {
  const document = new Document({ version: 1, themes: [] })
  document.commentBefore = HEADER
  return document
}

function entry({ id, name, tag, aliases, keywords }: CodebookTheme): Record<string, unknown> {
  return { id, name, tag, ...(aliases.length > 0 && { aliases }), ...(keywords.length > 0 && { keywords }) }
}
