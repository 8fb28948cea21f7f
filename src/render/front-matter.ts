/** Sets the values that the tool keeps in a page's front matter, and leaves every other line as it is. */

/**
 * @param before everything above the block, as it is; empty for a new page
 * @param values key and YAML value, each on one line
 */
export function setFrontMatter(before: string, values: readonly (readonly [string, string])[], eol: string): string {
  if (values.length === 0) return before
  const lines = before === '' ? [] : before.split('\n')
  const close = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line))
  if (!/^\uFEFF?---\s*$/.test(lines[0] ?? '') || close < 0) {
    return (
      ['---', ...values.map(([key, value]) => `${key}: ${value}`), '---'].map((line) => line + eol).join('') + before
    )
  }
  const kept = setValues(lines.slice(1, close), values, eol === '\r\n' ? '\r' : '')
  return [...lines.slice(0, 1), ...kept, ...lines.slice(close)].join('\n')
}

function setValues(lines: readonly string[], values: readonly (readonly [string, string])[], cr: string): string[] {
  const result = [...lines]
  let last = -1
  for (const [key, value] of values) {
    const at = result.findIndex((line) => line.startsWith(`${key}:`))
    const text = `${key}: ${value}${cr}`
    if (at >= 0) result.splice(at, lengthOf(result, at), text)
    // A key that a person deleted comes back behind the one that stands before it.
    else result.splice(last + 1, 0, text)
    last = at >= 0 ? at : last + 1
  }
  return result
}

/** A value that a formatter has broken over several lines goes on where lines are indented; one that is whole does not. */
function lengthOf(lines: readonly string[], at: number): number {
  if (!/^\w+:\s*(?:\{[^}]*|[|>][+-]?)?\s*$/.test(lines[at] ?? '')) return 1
  const next = lines.findIndex((line, index) => index > at && !/^(?:[ \t]|\}\s*$)/.test(line))
  return (next < 0 ? lines.length : next) - at
}
