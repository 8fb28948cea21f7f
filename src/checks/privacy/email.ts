import { privacyRule } from './on-page.ts'

export const email = privacyRule('email', 'An e-mail address')
