/** What a deal is worth, as fields and tables of a note give it. */
import type { NoteRecord } from '../types.ts'

const CURRENCIES: [RegExp, string][] = [
  [/€|\beur(?:os?)?\b/i, 'EUR'],
  [/£|\bgbp\b/i, 'GBP'],
  [/\bchf\b/i, 'CHF'],
  [/\bnok\b|\bmnok\b/i, 'NOK'],
  [/\bsek\b|\bmsek\b/i, 'SEK'],
  [/\bdkk\b/i, 'DKK'],
  [/\bpln\b|zł/i, 'PLN'],
  [/\baud\b|a\$/i, 'AUD'],
  [/\bcad\b|c\$/i, 'CAD'],
  [/\bmxn\b/i, 'MXN'],
  [/\bbrl\b|r\$/i, 'BRL'],
  [/\binr\b|₹|\brs\b/i, 'INR'],
  [/\bzar\b/i, 'ZAR'],
  [/\btry\b|₺|\btl\b/i, 'TRY'],
  [/\bjpy\b|¥/i, 'JPY'],
  [/\busd\b|\$/i, 'USD'],
  [/^\s*r\s?\d/i, 'ZAR'],
]

const UNITS: readonly [RegExp, number][] = [
  [/^(?:k|tsd|thousand)$/i, 1e3],
  [/^m/i, 1e6],
  [/^la/i, 1e5],
  [/^cr/i, 1e7],
]

/** `62000 EUR`, `INR 14,00,000`, `CHF 190'000 p.a.`, `41k`, `R$ 612k/ano`. */
export function dealValue(text: string, key = ''): NoteRecord['dealValue'] {
  const match =
    /(\d[\d.,'’ \u00a0]{0,30})\s{0,9}(k|mio|million|mn|m|tsd|thousand|lakhs?|lacs?|crores?|cr)?(?![\p{L}\d])/iu.exec(
      text,
    )
  if (!match?.[1]) return null
  const amount = plainNumber(match[1]) * (UNITS.find(([unit]) => unit.test(match[2] ?? ''))?.[1] ?? 1)
  if (!Number.isFinite(amount) || amount <= 0) return null
  const written = `${key.replace(/_/g, ' ')} ${text}`
  const currency = CURRENCIES.find(([sign]) => sign.test(text) || sign.test(written))?.[1] ?? null
  return { amount: Math.round(amount * 100) / 100, currency }
}

function plainNumber(text: string): number {
  const bare = text.replace(/[ \u00a0'’]/g, '').replace(/(?<![.,])[.,]+$/, '')
  // In India the last three digits are a group, and then every two.
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) || /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(bare)
  return Number(grouped ? bare.replace(/[.,]/g, '') : bare.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
}
