/** Reads money out of a statement: amount, currency and period, as people write them in notes. Pure; time linear in the text. */
import type { Amount } from '../types.ts'
import { currencyOf, homeOf, isCurrency, settled } from './currencies.ts'
import { numberWords } from './number-words.ts'

type Period = NonNullable<Amount['period']>

/** One mention of a number that may be money. */
interface Figure {
  value: number
  /** As written: 1000 for `k`, null where none is. */
  scale: number | null
  currency: string | null
  period: Period | null
  /** "per user", "a head": a price of one, never meant in thousands. */
  each: boolean
  /** Token after its last. */
  end: number
  start: number
}

const SCALES: Record<string, number> = {}
for (const [scale, names] of Object.entries({
  1e3: 'k thousand thousands grand t tsd tys mil tusind tausend ths',
  1e6: 'm mn mio mln million millions mill millionen',
  1e9: 'bn billion mrd',
  1e5: 'lakh lakhs lac lacs',
  1e7: 'crore crores cr',
}))
  for (const name of names.split(' ')) SCALES[name] = Number(scale)

const PERIODS: Record<string, Period> = {}
for (const [period, names] of Object.entries({
  year: 'year yr y yearly annually annual annum pa anno jahr twelvemonth',
  month: 'month mo mth mnth monthly mthly mthly pm',
  quarter: 'quarter qtr quarterly',
  week: 'week wk weekly',
  day: 'day daily',
  hour: 'hour hr hourly',
  once: 'once one-off',
} satisfies Record<Period, string>))
  for (const name of names.split(' ')) PERIODS[name] = period as Period

const EACH = new Set(
  'user users seat head person agent truck vehicle site message msg document doc invoice employee device unit license licence store shop location clm claim bed lift page call ticket check chk transaction line word order kid student pupil child member house café cafe'.split(
    ' ',
  ),
)
/** What is counted or dated is no money: "12 months", "31 March", "3 quotes". */
const COUNTED = new Set(
  'percent cent d mo mos mth mths wk wks first second fourth fifth sixth seventh eighth ninth points pts pt instalments installments payments seconds day days week weeks month months year years yr yrs hour hours hr hrs minute minutes min mins am pm o people persons users seats heads employees staff quotes offers bids sites stores shops stations clinics branches offices locations plants trucks vans vehicles machines lines invoices documents tickets calls clients customers members signatures partners vendors reviewers person user site january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th times x quarters cups third thirds pages steps rooms licences licenses agents kids floors schools others things'.split(
    ' ',
  ),
)
const DATED_BEFORE = new Set(
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec net q fy week day step phase version page item day kw room year article art section clause centre center no nr number dated since % # on'.split(
    ' ',
  ),
)

/** What may follow a sum; any other word is what is counted: "43 machines". */
const FOLLOWING = new Set(
  'a an the in for and or per without with w it i we he she they you of on all is was has had have from left goes over plus set approved out off this that if so p flat need needs stands put across till until to next by today now max tops total net gross netto aside earmarked allotted planned could can would will might as at up when where before after which who but because still not no n a year yr month max once incl including excluding ex back stays stayed fits capital opex capex tcv all-in between more less'.split(
    ' ',
  ),
)

/** Before a bare number these make it a limit. */
const BOUNDS = new Set(['over', 'above', 'under', 'below', 'beyond', 'past', 'to', 'until'])

const MONEY_WORD =
  /^(?:budget\w*|money|limit\w*|ceiling|cap|sign\w*|approv\w+|pay\w*|paid|spen[dt]\w*|cost\w*|price\w*|quote\w*|earmarked|mo|month\w*|year\w*|yr|number|reserv\w+|fund\w*|grant\w*|pot|opex|capex|invest\w*|fee\w*|licen[cs]e\w*|salary|net|gross|invoice\w*|charge\w*|afford|line|plan)$/

const TOKEN =
  /\p{N}{1,3}(?:[.,'’\u00a0\u202f ]\p{N}{3}(?!\p{N}))+(?:[.,]\p{N}{1,2}(?!\p{N}))?|\p{N}+(?:[.,]\p{N}+)?|(?:US|AU|CA|NZ|[ACRS])\$|[€$£¥₹₺₪₩%#]|['’](?=\p{N}{2}(?!\p{N}))|\p{L}+|[-–—/+&:.,;]/gu

/** Most words that are looked at: a longer statement is no statement. */
const MOST = 400

/**
 * @param text a statement about a budget
 * @param home currency of the note, for figures that name none and for a bare `$`
 * @returns the first sum of money that it names, or null; a bare number under a thousand means thousands unless it is a price of one or of a month
 */
export function amountOf(text: string, home: string | null = null): Amount | null {
  const tokens = tokensOf(text)
  const figures = figuresIn(tokens)
  const sure = figures.find(isSure)
  const fuzzy = sure === undefined ? figuresOfSpeech(text.toLowerCase()) : null
  if (fuzzy !== null) return { ...fuzzy, currency: home }
  const chosen = sure ?? figures.find((figure) => isMoney(figure, tokens))
  if (chosen === undefined) return null
  const amount = toAmount(chosen, figures, tokens, home)
  return isGuess(chosen, tokens) ? { ...amount, guess: true } : amount
}

/** A number without a currency may be of something else, where no word of money stands in the sentence or what follows is counted. */
function isGuess({ currency, scale, start, end }: Figure, tokens: readonly string[]): boolean {
  if (currency !== null) return false
  const [before, after, next] = [tokens[start - 1], tokens[end], tokens[end + 1]]
  const counted = after !== undefined && /^\p{L}/u.test(after) && !FOLLOWING.has(after)
  const some = after === 'of' && /^(?:those|these|them|us|you|our|their|the)$/.test(next ?? '')
  if (counted || some) return true
  if (scale !== null) return false
  if (BOUNDS.has(before ?? '')) return false
  return before === 'the' || !tokens.some((token) => MONEY_WORD.test(token))
}

function isSure({ currency, scale }: Figure): boolean {
  return currency !== null || scale !== null
}

/** @returns the currency of a note: the one that most of its figures name, or the country's that it speaks of; null where nothing tells */
export function homeCurrency(texts: readonly string[]): string | null {
  return homeOf(
    texts.flatMap((text) => figuresIn(tokensOf(text)).flatMap(({ currency }) => currency ?? [])),
    texts,
  )
}

function tokensOf(text: string): string[] {
  const tokens = (text.match(TOKEN) ?? []).slice(0, MOST).map((token) => token.toLowerCase())
  return tokens.flatMap(splitUnits)
}

/** `teur` → `t`, `eur`; `mdkk` → `m`, `dkk`: a scale grown together with a currency. */
function splitUnits(token: string): string[] {
  const rest = token.slice(1)
  return token.length === 4 && /^[tkm]/.test(token) && isCurrency(rest) ? [token.slice(0, 1), rest] : [token]
}

function figuresIn(tokens: readonly string[]): Figure[] {
  const figures: Figure[] = []
  for (let at = 0; at < tokens.length;) {
    const figure = figureAt(tokens, at)
    if (figure === null) at += 1
    else {
      figures.push(figure)
      at = figure.end
    }
  }
  return figures
}

function figureAt(tokens: readonly string[], start: number): Figure | null {
  const prefix = currencyOf(tokens[start], false)
  let at = prefix === null ? start : start + 1
  const number = readNumber(tokens, at)
  if (number === null) return null
  at += number.length
  let scale: number | null = null
  let suffix: string | null = null
  // Scale and currency follow in either order: "40 k EUR", "25 USD k", "50 thousand zloty".
  for (let i = 0; i < 2; i += 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (scale === null && SCALES[token] !== undefined) scale = SCALES[token] ?? null
    else if (suffix === null && currencyOf(token, true) !== null && !isDrawing(tokens, at))
      suffix = currencyOf(token, true)
    else break
    at += 1
  }
  const { period, each } = readPeriod(tokens, at)
  return { value: number.value, scale, currency: prefix ?? suffix, period, each, start, end: at }
}

/** "911 CAD logs" are of a program. */
function isDrawing(tokens: readonly string[], at: number): boolean {
  return tokens[at] === 'cad' && /^\p{L}/u.test(tokens[at + 1] ?? '') && !FOLLOWING.has(tokens[at + 1] ?? '')
}

function readNumber(tokens: readonly string[], at: number): { value: number; length: number } | null {
  const token = tokens[at] ?? ''
  if (/^\p{N}/u.test(token)) return { value: parseNumber(token), length: 1 }
  // Hyphens inside words of a number: "forty-five" comes as three tokens.
  const words: string[] = []
  const used: number[] = []
  for (let i = at; i < tokens.length && words.length < 9; i += 1) {
    const word = tokens[i] ?? ''
    if (word === '-' && words.length > 0) continue
    words.push(word)
    used.push(i)
  }
  const read = numberWords(words, 0)
  if (read === null || (read.value < 2 && SCALES[words[read.length] ?? ''] === undefined)) return null
  return { value: read.value, length: (used[read.length - 1] ?? at) - at + 1 }
}

/** `1.900`, `1,900`, `1 900` are 1900; `47.5` and `1,14` are decimals: three digits after the last mark are thousands. */
function parseNumber(written: string): number {
  const plain = written.replace(/['’\u00a0\u202f ]/g, '')
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  if (last < 0) return Number(plain)
  const decimals = plain.length - last - 1
  const whole = plain.slice(0, last).replace(/[.,]/g, '')
  return decimals === 3 && whole !== '0'
    ? Number(whole + plain.slice(last + 1))
    : Number(`${whole}.${plain.slice(last + 1)}`)
}

/** Looks a few words ahead: "a year", "/mo", "per head per month", "p.a.", "all in, monthly". */
function readPeriod(tokens: readonly string[], from: number): { period: Period | null; each: boolean } {
  let period: Period | null = null
  let each = false
  for (let i = from; i < Math.min(tokens.length, from + 6); i += 1) {
    const token = tokens[i] ?? ''
    if (/^\p{N}/u.test(token)) break
    const linked = /^(?:a|an|per|each|every|the|p|\/)$/.test(tokens[i - 1] ?? '')
    if (/^[,;]$/.test(token)) break
    if (token === 'each' || (linked && EACH.has(token))) each = true
    if (token === 'p' && tokens[i + 1] === '.' && tokens[i + 2] === 'a') period ??= 'year'
    if (token === 'p' && tokens[i + 1] === '/' && tokens[i + 2] === 'm') period ??= 'month'
    if (linked || /ly$|^p[am]$|^annum$/.test(token)) period ??= PERIODS[token] ?? null
    if (period !== null) break
  }
  return { period, each }
}

function isMoney(figure: Figure, tokens: readonly string[]): boolean {
  const before = tokens[figure.start - 1] ?? ''
  const numberBefore = /^\p{N}/u.test(tokens[figure.start - 2] ?? '')
  const after = tokens[figure.end] ?? ''
  const digits = /^\p{N}+$/u.test(tokens[figure.start] ?? '')
  if (after === '%' || COUNTED.has(after) || (DATED_BEFORE.has(before) && figure.value < 1000)) return false
  if (after === '-' && COUNTED.has(tokens[figure.end + 1] ?? '')) return false
  if (/^[/:]$/.test(after) && /^\p{N}/u.test(tokens[figure.end + 1] ?? '')) return false
  if (/^[/:]$/.test(before) && numberBefore) return false
  if (digits && figure.value >= 1950 && figure.value <= 2049) return false
  if (isDate(tokens, figure) || isYear(tokens, figure) || isItem(tokens, figure)) return false
  return figure.value >= 5 || figure.period !== null
}

/** "30.09.", "until 31.12", "30 of June". */
function isDate(tokens: readonly string[], { start, end }: Figure): boolean {
  if (tokens[end] === 'of' && DATED_BEFORE.has(tokens[end + 1] ?? '')) return true
  const [, day = '', month = ''] = /^(\d{1,2})\.(\d{1,2})$/.exec(tokens[start] ?? '') ?? []
  if (day === '' || Number(day) > 31 || Number(month) > 12 || Number(month) < 1) return false
  return (
    /^(?:on|until|till|til|by|the|after|before|from|since|ending|ends)$/.test(tokens[start - 1] ?? '') ||
    (tokens[end] === '.' && month.length === 2)
  )
}

/** "since '19". */
function isYear(tokens: readonly string[], { start }: Figure): boolean {
  return /^['’]$/.test(tokens[start - 1] ?? '')
}

/** "5.3 AWS bill": the number of a list's item. */
function isItem(tokens: readonly string[], { start, end }: Figure): boolean {
  return start === 0 && /^\d{1,2}\.\d{1,2}$/.test(tokens[0] ?? '') && /^\p{L}{2}/u.test(tokens[end] ?? '')
}

function toAmount(first: Figure, figures: readonly Figure[], tokens: readonly string[], home: string | null): Amount {
  const range = rangeOf(first, figures, tokens)
  const [low, high] = range ?? [first, first]
  const scale = (figure: Figure) => figure.scale ?? (range === null ? null : high.scale)
  const currency = low.currency ?? high.currency
  const period = low.period ?? high.period
  const each = low.each || high.each
  const sum = (figure: Figure) =>
    round(figure.value * (scale(figure) ?? meantScale(figure.value, currency, period, each)))
  return { min: sum(low), max: sum(high), currency: settled(currency, home), period }
}

/** "80–100k", "between 20 and 50 thousand", "30 to 40k": two figures with one word between them. */
function rangeOf(first: Figure, figures: readonly Figure[], tokens: readonly string[]): [Figure, Figure] | null {
  const at = figures.indexOf(first)
  for (const [low, high] of [
    [figures[at - 1], first],
    [first, figures[at + 1]],
  ]) {
    if (low === undefined || high === undefined || high.start !== low.end + 1) continue
    const link = tokens[low.end] ?? ''
    const between = tokens[low.start - 1] === 'between' && link === 'and'
    const value = (figure: Figure) => figure.value * (figure.scale ?? high.scale ?? 1)
    if ((between || /^(?:-|–|—|to|til|till)$/.test(link)) && value(low) < value(high)) return [low, high]
  }
  return null
}

/** A team that says "35" about a yearly purchase means thousands; about a month or a seat it means 35. */
function meantScale(value: number, currency: string | null, period: Period | null, each: boolean): number {
  if (each || value >= 1000) return 1
  const short = period === 'month' || period === 'week' || period === 'day' || period === 'hour'
  if (short) return value >= 1 && value < 20 && currency === null ? 1000 : 1
  if (currency !== null && value >= 100) return 1
  return 1000
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** "low six figures" and the like; null where the text has none. */
function figuresOfSpeech(text: string): Pick<Amount, 'min' | 'max' | 'period'> | null {
  const [, part = '', count = ''] =
    /(?:\b(low|mid|high)[ -]{1,2})?\b(four|five|six|seven|eight|4|5|6|7|8)[ -]figures?\b/.exec(text) ?? []
  const digits = { four: 4, five: 5, six: 6, seven: 7, eight: 8 }[count] ?? Number(count)
  if (count === '') return null
  const unit = 10 ** (digits - 1)
  const [from, to] = { low: [1, 3], mid: [4, 6], high: [7, 9.99] }[part] ?? [1, 9.99]
  return { min: unit * (from ?? 1), max: Math.round(unit * (to ?? 9)), period: null }
}
