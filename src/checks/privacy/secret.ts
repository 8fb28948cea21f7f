import { privacyRule } from './on-page.ts'

export const secret = privacyRule('secret', 'A password or a key')
