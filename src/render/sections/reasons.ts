/** Why we won and lost, as people said it in the reviews: on a persona's page what its people said, on the index every account. */
import type { Evidence, Persona, Review } from '../../types.ts'
import { count, list, number } from '../phrases.ts'
import type { Quoting } from '../quote.ts'
import { accountNames, marked, spaced } from './findings.ts'

/** Deals that a page of a persona and the index tell of; the newest ones. */
const ON_PAGE = 8
const ON_INDEX = 60

export function reasons({ reviews }: Persona, quoting: Quoting): string[] {
  const told = reviews.flatMap((review) => {
    const quotes = quotesOf(review, quoting)
    return quotes.length === 0 ? [] : [['', head(review, quoting), ...spaced(quotes)]]
  })
  if (told.length === 0) return []
  const more =
    told.length > ON_PAGE
      ? ['', `${count(told.length - ON_PAGE, 'more deal')}: [the index](README.md) has every review.`]
      : []
  return [
    'What these people said in the reviews of won and lost deals; what others said there is on [the index](README.md).',
    ...told.slice(0, ON_PAGE).flat(),
    ...more,
  ]
}

export function allReasons(reviews: readonly Review[], quoting: Quoting): string[] {
  if (reviews.length === 0) return []
  const of = (outcome: Review['outcome']) => reviews.filter((review) => review.outcome === outcome).length
  const reviewed = reviews.filter((review) => review.reviewed).length
  const counted = list(
    [of('lost'), of('won')].flatMap((n, at) => (n === 0 ? [] : [`${n} ${at === 0 ? 'lost' : 'won'}`])),
  )
  const more =
    reviews.length > ON_INDEX ? ['', `${count(reviews.length - ON_INDEX, 'more deal')}, closed earlier.`] : []
  return [
    `${count(reviews.length, 'deal')}: ${counted}; ${reviewed} with a review in the notes. The quotes are picked by their words and by the question before them.`,
    '',
    ...reviews.slice(0, ON_INDEX).flatMap((review) => item(review, quoting)),
    ...more,
  ]
}

function item(review: Review, quoting: Quoting): string[] {
  const quotes = quotesOf(review, quoting)
  const none = review.reviewed ? 'the review names no reason in so many words' : 'no review in the notes'
  if (quotes.length === 0) return [`- ${head(review, quoting)} · ${none}`]
  return [
    `- ${head(review, quoting)}`,
    ...quotes.flatMap((quote, at) => (at === 0 ? [`  ${quote}`] : ['', `  ${quote}`])),
  ]
}

/** `**Acme** · lost, 2026-04-15 · EUR 98,000` */
function head({ account, outcome, date, value }: Review, quoting: Quoting): string {
  const name = accountNames([account], (text) => quoting.text(text))
  const deal = value === null ? '' : `${value.currency === null ? '' : `${value.currency} `}${number(value.amount)}`
  return [`**${name}**`, date === null ? outcome : `${outcome}, ${date}`, deal]
    .filter((part) => part !== '')
    .join(' · ')
}

function quotesOf({ reasons: told }: Review, quoting: Quoting): string[] {
  return told.flatMap((one) => {
    const quote = quoting.quote(one)
    return quote === null ? [] : [waits(one) ? marked(quote, 'waits for review') : quote]
  })
}

function waits({ statement: { tag, accepted } }: Evidence): boolean {
  return tag !== 'none' && !accepted
}
