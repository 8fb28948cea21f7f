/** The small phrases that every section uses: counts, lists, days. */
import type { Amount, Outcomes } from '../types.ts'

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** "a, b and c"; with `most`, "a, b and 3 more". */
export function list(words: readonly string[], most = words.length): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : [...words]
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** "won 2, lost 1, open 3", without what is zero; empty for none. */
export function outcomes({ won, lost, open }: Outcomes): string {
  const parts = [won > 0 ? `${won} won` : '', lost > 0 ? `${lost} lost` : '', open > 0 ? `${open} open` : '']
  return parts.filter((part) => part !== '').join(', ')
}

/** 25000 → 25,000; 12.5 → 12.5. Grouped by hand: the result must not depend on a locale. */
export function number(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 100) / 100).split('.')
  return whole.replace(/\B(?=(?:\d{3}){1,6}$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

export function money(min: number, max: number, currency: string | null, period: Amount['period']): string {
  const range = min === max ? number(min) : `${number(min)} to ${number(max)}`
  const unit = period === null || period === 'once' ? '' : ` a ${period}`
  return `${currency === null ? '' : `${currency} `}${range}${period === 'once' ? ' once' : unit}`
}
