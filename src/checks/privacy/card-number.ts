import { privacyRule } from './on-page.ts'

export const cardNumber = privacyRule('card-number', 'The number of a payment card')
