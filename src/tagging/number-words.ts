/** Numbers written as words: "sixty-five", "eleven hundred", "a hundred and twenty", "two and a half". */

const SMALL: Record<string, number> = {}
for (const [
  i,
  word,
] of 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .entries())
  SMALL[word] = i
for (const [i, word] of 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
  SMALL[word] = 20 + 10 * i
SMALL['fourty'] = 40
SMALL['ninty'] = 90
const HALF: Record<string, number> = { half: 0.5, quarter: 0.25 }

/**
 * Reads the number that begins at a word.
 * @param words lower case
 * @returns its value and how many words it takes, or null where none begins there; scales (thousand, lakh) stay outside
 */
export function numberWords(words: readonly string[], from: number): { value: number; length: number } | null {
  const start = words[from] === 'a' && words[from + 1] === 'hundred' ? from + 1 : from
  let at = start
  let value = 0
  let before = 0
  for (; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const small = SMALL[word]
    if (word === 'hundred') value = (value === 0 ? 1 : value) * 100
    else if (small === undefined) break
    else if (at === start || before === 100 || (before >= 20 && small < 10)) value += small
    else if (value < 10 && small >= 10)
      value = value * 100 + small // "one ninety" is 190
    else if (value >= 10 && value < 100 && small > 0 && small < 10) {
      value += small / 10 // "seventeen eight" is 17.8 thousand
      at += 1
      break
    } else break
    before = word === 'hundred' ? 100 : (small ?? 0)
    if (words[at + 1] === 'and' && before === 100 && SMALL[words[at + 2] ?? ''] !== undefined) at += 1
  }
  if (at === start) return halfOf(words, from)
  if (words[at] === 'and' && words[at + 1] === 'a' && HALF[words[at + 2] ?? ''] !== undefined) {
    value += HALF[words[at + 2] ?? ''] ?? 0
    at += 3
  }
  return { value, length: at - from }
}

/** "half a million", "a quarter million". */
function halfOf(words: readonly string[], from: number): { value: number; length: number } | null {
  const skip = words[from] === 'a' ? 1 : 0
  const half = HALF[words[from + skip] ?? '']
  if (half === undefined) return null
  const next = from + skip + (words[from + skip + 1] === 'of' ? 2 : 1)
  const article = words[next] === 'a' ? 1 : 0
  return words[next + article] === 'million' ? { value: half, length: next + article - from } : null
}
