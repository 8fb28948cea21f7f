/** Days as people write them → ISO days. No clock: a day without a year stays unknown unless the file name gives one. */

const MONTHS: Record<string, number> = Object.assign(Object.create(null) as Record<string, number>, {
  jan: 1,
  feb: 2,
  fev: 2,
  fév: 2,
  mar: 3,
  mär: 3,
  mrt: 3,
  maa: 3,
  apr: 4,
  abr: 4,
  avr: 4,
  may: 5,
  mai: 5,
  mei: 5,
  mag: 5,
  maj: 5,
  jun: 6,
  giu: 6,
  jul: 7,
  lug: 7,
  aug: 8,
  ago: 8,
  aoû: 8,
  sep: 9,
  set: 9,
  oct: 10,
  okt: 10,
  ott: 10,
  out: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  dic: 12,
  déc: 12,
  ene: 1,
  gen: 1,
})
const MONTH = '(\\p{L}{3,9})\\.?'
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º)?[\\s-]+(?:of\\s+|de\\s+)?${MONTH}[\\s,-]+(?:de\\s+)?['’]?(\\d{4}|\\d{2})(?!\\d|:)`,
  'iu',
)
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[-–]\\s*\\d{1,2})?,?\\s+['’]?(\\d{4}|\\d{2})(?!\\d|:)`,
  'iu',
)

export interface FoundDate {
  /** ISO day, null where it can't be told. */
  date: string | null
  /** The text that could be read in two ways, null where there is none. */
  ambiguous: string | null
}

/** The order in which 9/8/2026 is written. */
export type DayOrder = 'dmy' | 'mdy' | undefined

/** First day named in a text. */
export function findDate(text: string, order: DayOrder): FoundDate {
  const head = text.slice(0, 600)
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(head)
  if (iso) return { date: day(num(iso[1]), num(iso[2]), num(iso[3])), ambiguous: null }
  const dayFirst = DAY_FIRST.exec(head)
  if (dayFirst && month(dayFirst[2]))
    return { date: day(year(dayFirst[3]), month(dayFirst[2]), num(dayFirst[1])), ambiguous: null }
  const monthFirst = MONTH_FIRST.exec(head)
  if (monthFirst && month(monthFirst[1]))
    return { date: day(year(monthFirst[3]), month(monthFirst[1]), num(monthFirst[2])), ambiguous: null }
  const numeric = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?![\d/])/u.exec(head)
  return numeric ? numbers(numeric, order) : { date: null, ambiguous: null }
}

/** Whether a text names a day at all, with or without its year. */
export function namesDay(text: string): boolean {
  if (/\d{1,2}[/.-]\d{1,2}|\d{4}-\d{2}-\d{2}/u.test(text)) return true
  const spelled = text
    .slice(0, 400)
    .matchAll(/(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+(\p{L}{3,9})|(\p{L}{3,9})\.?\s+\d{1,2})/gu)
  for (const match of spelled) if (month(match[1]) || month(match[2])) return true
  return false
}

function numbers(match: RegExpExecArray, order: DayOrder): FoundDate {
  const [first, second, full] = [num(match[1]), num(match[3]), year(match[4])]
  const dmy = day(full, second, first)
  const mdy = day(full, first, second)
  if (dmy === null || mdy === null || dmy === mdy) return { date: dmy ?? mdy, ambiguous: null }
  // A point between the numbers is written day first everywhere.
  if (match[2] === '.' || order === 'dmy') return { date: dmy, ambiguous: null }
  if (order === 'mdy') return { date: mdy, ambiguous: null }
  return { date: null, ambiguous: match[0] }
}

/** ISO day of a real calendar day, else null. */
export function day(y: number, m: number, d: number): string | null {
  if (!(y >= 1990 && y <= 2100) || !(m >= 1 && m <= 12) || !(d >= 1)) return null
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0
  if (d > days) return null
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function month(word: string | undefined): number {
  return MONTHS[(word ?? '').toLowerCase().slice(0, 3)] ?? 0
}

function num(text: string | undefined): number {
  return Number(text ?? Number.NaN)
}

function year(text: string | undefined): number {
  const value = num(text)
  return value < 100 ? 2000 + value : value
}
