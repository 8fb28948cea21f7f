/** The front matter of a note: YAML, JSON or TOML between fences. Code is never run. */
import matter from 'gray-matter'
import { parse as parseToml, TomlError } from 'smol-toml'
import { parseDocument } from 'yaml'
import { problem, type Problem } from '../problems.ts'

export interface FrontMatter {
  /** Fields as written, null where the note has no front matter. */
  data: Record<string, unknown> | null
  /** The note with its front matter blanked, newlines kept, so that lines stay true. */
  body: string
  /** Set where the front matter is there but can't be read. */
  problem: Problem | null
}

/** Thrown by the engines; `line` is counted from the first line below the fence. */
class Unreadable extends Error {
  readonly language: string
  readonly line: number | null
  readonly executable: boolean
  constructor(language: string, reason: string, line: number | null, executable = false) {
    super(reason)
    this.language = language
    this.line = line
    this.executable = executable
  }
}

const refuse = (language: string) => (): object => {
  throw new Unreadable(language, 'it is code', null, true)
}

const engines = {
  yaml: (text: string): object => {
    let document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
    const [error] = document.errors
    if (error) document = parseDocument(quoted(text), { logLevel: 'silent', prettyErrors: false })
    if (error && document.errors.length > 0)
      throw new Unreadable('YAML', firstLine(error.message), lineAt(text, error.pos[0]))
    return asFields(document.toJS({ maxAliasCount: 50 }))
  },
  json: (text: string): object => {
    try {
      return asFields(JSON.parse(text.trim().startsWith('{') ? text : `{${text}}`))
    } catch (error) {
      const at = /position (\d+)/.exec(String(error))
      throw new Unreadable(
        'JSON',
        firstLine(error instanceof Error ? error.message : String(error)),
        at ? lineAt(text, Number(at[1])) : null,
      )
    }
  },
  toml: (text: string): object => {
    try {
      return asFields(parseToml(text))
    } catch (error) {
      throw new Unreadable(
        'TOML',
        firstLine(error instanceof Error ? error.message : String(error)),
        error instanceof TomlError ? error.line : null,
      )
    }
  },
  javascript: refuse('JavaScript'),
  js: refuse('JavaScript'),
  coffee: refuse('CoffeeScript'),
  coffeescript: refuse('CoffeeScript'),
  cson: refuse('CoffeeScript'),
}

/** `attendees: C. Ray, J. Sara / us: Sam` is no YAML, yet everybody can read it: values of one line are put in quotes. */
function quoted(text: string): string {
  return text.replace(
    /^([ \t]*(?:- )?[^\s:#"'[{&*!|>-][^:\n]{0,60}:[ \t]+)([^\s"'[{&*!|>][^\n]*)$/gmu,
    (line, key: string, value: string) =>
      /:\s| #|:$/u.test(value) ? `${key}${JSON.stringify(value.trimEnd())}` : line,
  )
}

const FENCE = /^(---|\+\+\+)[ \t]*(?:([a-z]{1,20})[ \t]*)?\n/iu

/** Reads the front matter of a text with LF line ends. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const open = FENCE.exec(text)
  if (!open) return { data: null, body: text, problem: null }
  const fence = open[1] ?? '---'
  const inner = text.slice(open[0].length)
  const close = inner.search(fence === '---' ? /^---[ \t]*$/mu : /^\+\+\+[ \t]*$/mu)
  if (close < 0) return withoutEnd(text, inner, file)
  const written = (open[2] ?? '').toLowerCase()
  const language = written || (fence === '+++' ? 'toml' : 'yaml')
  if (!written && fence === '---' && !looksLikeFields(inner.slice(0, close)))
    return { data: null, body: text, problem: null }
  const end = open[0].length + close + fence.length
  const body = text.slice(0, end).replace(/[^\n]/gu, ' ') + text.slice(end)
  const excess = excessOfFields(inner.slice(0, close))
  if (excess !== null) return { data: null, body, problem: invalid(language.toUpperCase(), 1, excess, file) }
  try {
    const source = `---\n${inner.slice(0, close)}---\n`
    const { data } = matter(source, { language, engines: { ...engines, ...unknown(language) } })
    return { data: data as Record<string, unknown>, body, problem: null }
  } catch (error) {
    return { data: null, body, problem: asProblem(error, language, file) }
  }
}

/** gray-matter falls back to an engine of its own for names it does not know; none is run here. */
function unknown(language: string): Record<string, (text: string) => object> {
  return Object.hasOwn(engines, language) ? {} : { [language]: refuse(language) }
}

function asProblem(error: unknown, language: string, file: string): Problem {
  if (error instanceof Unreadable && error.executable)
    return problem('front-matter/executable', file, 1, { language: error.language })
  const name = error instanceof Unreadable ? error.language : language.toUpperCase()
  // gray-matter hands an engine the text from the end of the fence on, line end included: its lines are those of the file.
  const line = error instanceof Unreadable && error.line !== null ? error.line : 1
  const reason =
    error instanceof RangeError
      ? 'it is nested too deeply'
      : error instanceof Error
        ? firstLine(error.message)
        : String(error)
  return invalid(name, line, reason, file)
}

function invalid(language: string, line: number, reason: string, file: string): Problem {
  return problem('front-matter/invalid', file, line, { language, reason })
}

const MAX_CHARACTERS = 50_000
const MAX_LINES = 1_000
const MAX_DEPTH = 50

/** What no front matter has; the parsers take their time over it. */
function excessOfFields(inner: string): string | null {
  if (inner.length > MAX_CHARACTERS) return `it has over ${MAX_CHARACTERS} characters`
  if (inner.split('\n').length > MAX_LINES) return `it has over ${MAX_LINES} lines`
  let depth = 0
  for (const [sign] of inner.matchAll(/[[\]{}]/gu)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > MAX_DEPTH) return 'it is nested too deeply'
  }
  return null
}

/** A fence without its end is a rule across the page, unless fields follow it. */
function withoutEnd(text: string, inner: string, file: string): FrontMatter {
  if (!/^[\p{L}_][\p{L}\p{N} _-]{0,30}:(?:\s|$)/u.test(inner)) return { data: null, body: text, problem: null }
  return { data: null, body: text, problem: invalid('YAML', 1, 'the line that ends it (---) is missing', file) }
}

function looksLikeFields(inner: string): boolean {
  return inner.trim() === '' || /^\s*(?:#.*\n\s*)*(?:["']?[^\s:#][^:\n]{0,60}:(?:\s|$)|\{)/u.test(inner)
}

function asFields(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/(?<![.:\s])[.:\s]+$/u, '')
}
