/** Currencies as people write them, and which one a note counts in where it shares a sign with other countries or names none. */

const CURRENCIES: Record<string, string> = {}
for (const [code, names] of Object.entries({
  EUR: 'eur euro euros €',
  USD: 'usd dollar dollars buck bucks $ us$',
  GBP: 'gbp pound pounds quid £ sterling',
  CHF: 'chf franc francs sfr',
  NOK: 'nok',
  SEK: 'sek kronor',
  DKK: 'dkk',
  PLN: 'pln zloty zlotys zł zloties',
  INR: 'inr rs rupee rupees ₹',
  AUD: 'aud a$ au$',
  CAD: 'cad c$ ca$ canadian',
  NZD: 'nzd nz$',
  BRL: 'brl r$ reais real',
  ZAR: 'zar rand r',
  CNY: 'cny rmb yuan ¥',
  JPY: 'jpy yen',
  TRY: 'try lira tl ₺',
  CZK: 'czk kč koruna',
  HUF: 'huf forint',
  RON: 'ron lei',
  SGD: 'sgd s$',
  AED: 'aed dirham dirhams',
  MXN: 'mxn peso pesos',
  ILS: 'ils shekel shekels ₪',
  KRW: 'krw won ₩',
}))
  for (const name of names.split(' ')) CURRENCIES[name] = code

/** English words before they are money: "won 11 districts", "try 3". */
const NO_CURRENCY = new Set(['won', 'try', 'real'])

/** @param word lower case */
export function isCurrency(word: string): boolean {
  return CURRENCIES[word] !== undefined
}

/** `$` stays itself until the note's own currency is known. */
export function currencyOf(token: string | undefined, after: boolean): string | null {
  if (token === undefined || NO_CURRENCY.has(token) || (after && token === 'r')) return null
  if (token === '$') return '$'
  if (token === 'kr' || token === 'kroner') return 'KR'
  return CURRENCIES[token] ?? null
}

/** @returns the currency of a sum in a note of a given home currency */
export function settled(currency: string | null, home: string | null): string | null {
  if (currency === '$') return home !== null && /^(?:USD|AUD|CAD|NZD|SGD|MXN)$/.test(home) ? home : 'USD'
  if (currency === 'KR') return home !== null && /^(?:NOK|SEK|DKK)$/.test(home) ? home : null
  return currency ?? home
}

/**
 * @param named what the figures of the note name, one by one
 * @param texts of the note's statements, for the places in them
 * @returns the currency that most figures name, null where none does
 */
export function homeOf(named: readonly string[], texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1)
  // A code or a name says more than a sign that many currencies share.
  const said = ([name, count]: [string, number]) => (SHARED[name] === undefined ? count : count / 3)
  const [first] = [...counts].toSorted((a, b) => said(b) - said(a) || (a[0] < b[0] ? -1 : 1))
  if (first === undefined) return null
  const [name] = first
  const shared = SHARED[name]
  return shared === undefined ? name : (countryOf(texts, shared.places) ?? shared.otherwise)
}

/** Signs that several countries share, and what tells in a note which of them it is. */
const SHARED: Record<string, { places: Record<string, RegExp>; otherwise: string | null }> = {
  $: {
    places: {
      AUD: /\b(?:australia\w*|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart|darwin|geelong|newcastle nsw|parramatta|queensland|qld|nsw|tasmania|abn|aussie\w*)\b/i,
      CAD: /\b(?:canad\w+|toronto|ottawa|ontario|montr[eé]al|qu[eé]bec|vancouver|calgary|alberta|edmonton|winnipeg|manitoba|saskat\w+|halifax|nova scotia|new brunswick|hst)\b/i,
      NZD: /\b(?:new zealand|nz|auckland|wellington|christchurch|dunedin|waikato|otago)\b/i,
      SGD: /\bsingapore\b/i,
      MXN: /\b(?:mexico|méxico|monterrey|guadalajara|cdmx)\b/i,
    },
    otherwise: 'USD',
  },
  KR: {
    places: {
      NOK: /\b(?:norw\w+|norge|oslo|bergen|trondheim|stavanger|tromsø|kommune|mva)\b/i,
      SEK: /\b(?:swed\w+|sverige|stockholm|göteborg|gothenburg|malmö|uppsala|kommun|ab)\b/i,
      DKK: /\b(?:danish|denmark|danmark|copenhagen|københavn|aarhus|odense|aalborg|aps)\b/i,
    },
    otherwise: null,
  },
}

/** The country whose places most texts name; null where none or two as often. */
function countryOf(texts: readonly string[], places: Record<string, RegExp>): string | null {
  const counts = Object.entries(places).map(([currency, words]) => ({
    currency,
    count: texts.filter((text) => words.test(text)).length,
  }))
  const [first, second] = counts.toSorted((a, b) => b.count - a.count)
  return first === undefined || first.count === 0 || first.count === second?.count ? null : first.currency
}
