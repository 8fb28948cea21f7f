import { privacyRule } from './on-page.ts'

export const handle = privacyRule('handle', "Somebody's handle", 'warn')
