import { privacyRule } from './on-page.ts'

export const idNumber = privacyRule('id-number', 'The number by which a state knows a person')
