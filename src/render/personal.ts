/** The kinds of data that lead to a person or open a door: what the redactor takes out of quotes, and what a check finds on pages. */

/** By kind, what stands on a page in its place. */
export const PERSONAL = {
  secret: '[secret]',
  email: '[e-mail]',
  handle: '[handle]',
  'account-number': '[account number]',
  'card-number': '[card number]',
  'id-number': '[id number]',
  phone: '[phone]',
  /** A long number of a kind that nobody foresaw. */
  number: '[number]',
} as const

export type Personal = keyof typeof PERSONAL

/** Is told what was found, and says what stands there instead. */
export type Mark = (kind: Personal) => string
