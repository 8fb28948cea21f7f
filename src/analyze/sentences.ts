/** Cuts running text into sentences, in English as it is typed: abbreviations, amounts, times, shorthand without capitals. */

/** Abbreviations after which a sentence seldom ends. */
const ABBREVIATION =
  /(?:^|[\s(["'“‘/-])(?:mr|mrs|ms|dr|prof|st|fr|rev|sr|jr|vs|v|approx|ca|cca|no|nr|nos|art|sec|fig|est|e\.g|i\.e|eg|ie|cf|incl|excl|dept|min|max|mtg|resp|tel|ext|p\.a|a\.o|u\.a|z\.b|d\.h|bzw|ggf|etc\.?,|op|vol|pos|ref|st|mt|ft|gen|sen|rep|hon|col|lt|capt|sgt|mgmt|avg|temp|fte|p|pp|mio|mill?|mn|bn|tsd|curr|prev|jan|feb|apr|aug|sept?|oct|nov|dec|[a-z])$/iu
const ALWAYS = /(?:^|[\s(["'“‘])(?:mr|mrs|ms|dr|prof|e\.g|i\.e|vs|approx|cca|incl|excl|cf)$/iu
const TERMINATOR = /(?<![.!?…])[.!?…]{1,40}["'”’»)\]]*(?=\s)/gu

/** Where sentences end: offsets of the first character after each. */
export function sentences(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = 0
  const open = openBrackets(text)
  for (const match of text.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length
    if (end < start || !endsHere(text, match.index, match[0], end, open)) continue
    found.push({ start, end })
    start = end + (/^\s+/u.exec(text.slice(end))?.[0].length ?? 0)
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.length })
  return joinFragments(text, found)
}

function endsHere(text: string, at: number, mark: string, end: number, open: readonly [number, number][]): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(end).trimStart()
  const next = after.charAt(0)
  if (!/[)\]]/u.test(mark) && open.some(([from, to]) => from < at && at < to)) return false
  if (mark.startsWith('.') && !mark.startsWith('..')) {
    if (ALWAYS.test(before)) return false
    if (/\d$/u.test(before) && /^\s*\d/u.test(after) && /^\d{1,2}$/u.test(/(?<!\d)\d+$/u.exec(before)?.[0] ?? ''))
      return false
    const lower = /\p{Ll}/u.test(next)
    if (lower && /(?<!\p{L})\p{L}\.\p{L}$/u.test(before)) return false
    if (ABBREVIATION.test(before) && (lower || /\d|[(&]/u.test(next) || /(?:^|\s)\p{Lu}$/u.test(before))) return false
    if (/\b(?:\d{1,2})$/u.test(before) && lower) return false
  }
  if (/^[.…]{2,}|^…/u.test(mark) && /\p{Ll}/u.test(next)) return false
  // A quote that ends with its own mark and goes on in the same sentence: "Ready?" she said.
  if (/["”’»)]$/u.test(mark) && /\p{Ll}/u.test(next)) return false
  if (
    /[?!]$/u.test(mark) &&
    /^(?:he|she|they|i|says?|said|asked?|asks|was|and|or|is)\b/u.test(after) &&
    /^\p{Ll}/u.test(after) &&
    /^(?:he|she|they|says?|said|asked|asks)\s/u.test(after)
  )
    return false
  return true
}

const LONGEST_ASIDE = 220

/** Where short asides in brackets begin and end; a full stop inside belongs to the aside. */
function openBrackets(text: string): [number, number][] {
  const found: [number, number][] = []
  for (const match of text.matchAll(/\([^()]{0,220}\)/gu))
    if (match[0].length <= LONGEST_ASIDE) found.push([match.index, match.index + match[0].length])
  return found
}

/** A lone mark or number is no sentence. */
function joinFragments(text: string, all: { start: number; end: number }[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const one of all) {
    const last = found.at(-1)
    const words = text.slice(one.start, one.end)
    if (last && !/[\p{L}\p{N}]/u.test(words)) last.end = one.end
    else found.push({ ...one })
  }
  return found
}
