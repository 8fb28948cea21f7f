import { privacyRule } from './on-page.ts'

export const phone = privacyRule('phone', 'A phone number')
