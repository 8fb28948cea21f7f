import { privacyRule } from './on-page.ts'

export const accountNumber = privacyRule('account-number', 'The number of a bank account')
