/** Cuts a statement into the words that features are made of. */

/** A word as features see it: lower case, apostrophes straight, numbers as their shape. */
export interface Word {
  /** `don't`, `#3k` (a number of three digits and a `k`), `#year`, `€`, `?`. */
  form: string
  /** Place in the text, for explanations. */
  start: number
  end: number
  /** In the reach of a negation before it, in the same clause. */
  negated: boolean
}

const WORD = /\p{N}+(?:[.,:/'’]\p{N}+)*\p{L}*|\p{L}+(?:['’]\p{L}+)*|[€$£¥₹%?!;,:.—–"“”]/gu
const NEGATION = new Set(
  "no not never none nobody nothing neither nor without cannot cant dont doesnt isnt wont can't don't doesn't isn't won't didn't wouldn't couldn't shouldn't aren't wasn't weren't haven't hasn't hadn't ain't hardly barely".split(
    ' ',
  ),
)
const CLAUSE_END = new Set([',', ';', ':', '.', '!', '?', 'but', 'because', '—', '–'])
/** How many words a negation reaches. */
const REACH = 4

/** @returns the words of a text in order; punctuation other than `?`, `!`, `%` and currency signs only ends clauses. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let reach = 0
  for (const match of text.matchAll(WORD)) {
    const form = normal(match[0])
    if (CLAUSE_END.has(form)) reach = 0
    if (/^[,;:.—–"“”]$/u.test(form)) continue
    words.push({ form, start: match.index, end: match.index + match[0].length, negated: reach > 0 })
    reach = NEGATION.has(form) ? REACH : Math.max(0, reach - 1)
  }
  return words
}

function normal(written: string): string {
  const lower = written.toLowerCase().replaceAll('’', "'")
  return /^\p{N}/u.test(lower) ? shapeOfNumber(lower) : lower
}

/** Digits say little, their number and what hangs on them much: `2026` → `#year`, `80,000` → `#5`, `250k` → `#3k`. */
function shapeOfNumber(written: string): string {
  if (/^(19|20)\d\d$/.test(written)) return '#year'
  if (/^\d{1,2}:\d\d/.test(written)) return '#time'
  const [, digits = '', unit = ''] = /^([\p{N}.,:/']+)(\p{L}*)$/u.exec(written) ?? []
  if (/^\d{1,2}[./]\d{1,2}([./]\d{2,4})?$/.test(digits) && unit === '') return digits.includes('/') ? '#date' : '#1.'
  const whole = digits.replace(/[.,']\d{1,2}$/, '').replace(/\D/g, '')
  return `#${whole.length}${unit}`
}
