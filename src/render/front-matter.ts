/** Sets the values that the tool keeps in a page's front matter, and leaves every other line as it is. */
import { isMap, isPair, isScalar, parseDocument } from 'yaml'

/**
 * @param before everything above the block, as it is; empty for a new page
 * @param values key and YAML value, each on one line
 */
export function setFrontMatter(before: string, values: readonly (readonly [string, string])[], eol: string): string {
  if (values.length === 0) return before
  const lines = before === '' ? [] : before.split('\n')
  const close = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line))
  if (!/^\uFEFF?---\s*$/.test(lines[0] ?? '') || close < 0 || !holdsFields(lines.slice(1, close))) {
    return (
      ['---', ...values.map(([key, value]) => `${key}: ${value}`), '---'].map((line) => line + eol).join('') + before
    )
  }
  const kept = setValues(lines.slice(1, close), values, eol === '\r\n' ? '\r' : '')
  return [...lines.slice(0, 1), ...kept, ...lines.slice(close)].join('\n')
}

/** A page may begin with a rule across it; what stands between two of them is text. */
function holdsFields(lines: readonly string[]): boolean {
  const first = lines.find((line) => !/^\s*(?:#.*)?$/.test(line))
  return first === undefined ? lines.every((line) => line.trim() === '' || line.startsWith('#')) : FIELD.test(first)
}

const FIELD = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#:,[\]{}-][^\s:]*)\s*:(?:\s|$)/

function setValues(lines: readonly string[], values: readonly (readonly [string, string])[], cr: string): string[] {
  const result = [...lines]
  let last = -1
  for (const [key, value] of values) {
    const at = result.findIndex((line) => keyOf(line)?.name === key)
    if (at >= 0) {
      const length = lengthOf(result, at)
      const old = result.slice(at, at + length)
      result.splice(at, length, `${keyOf(old[0])?.written ?? key}: ${value}${commentOf(old)}${cr}`)
    }
    // A key that a person deleted comes back behind the one that stands before it.
    else result.splice(last + 1, 0, `${key}: ${value}${cr}`)
    last = at >= 0 ? at : last + 1
  }
  return result
}

/** The key of a line, as it is written (it may stand in quotes) and as it is meant. */
function keyOf(line: string | undefined): { written: string; name: string } | null {
  const written = /^(?:"[\w-]+"|'[\w-]+'|[\w-]+)(?=\s*:(?:\s|$))/.exec(line ?? '')?.[0]
  return written === undefined ? null : { written, name: written.replace(/["']/g, '') }
}

/** What a person has written behind the value, sign and all; empty where there is nothing. */
function commentOf(lines: readonly string[]): string {
  const { contents } = parseDocument(lines.join('\n').replaceAll('\r', ''), { logLevel: 'silent', prettyErrors: false })
  const pair = isMap(contents) ? contents.items[0] : undefined
  const value: unknown = isPair(pair) ? pair.value : undefined
  const comment = isMap(value) || isScalar(value) ? value.comment : null
  return comment ? ` #${comment.replaceAll('\n', ' #')}` : ''
}

/** A value that a formatter has broken over several lines goes on where lines are indented; one that is whole does not. */
function lengthOf(lines: readonly string[], at: number): number {
  if (!/^["']?[\w-]+["']?\s*:\s*(?:\{[^}]*|[|>][+-]?\s*)?$/.test(lines[at] ?? '')) return 1
  const next = lines.findIndex((line, index) => index > at && !/^(?:[ \t]|\}\s*(?:#.*)?$)/.test(line))
  return (next < 0 ? lines.length : next) - at
}
