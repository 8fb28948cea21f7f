/** Keys and passwords that somebody pasted into a note or read out in a call. */
import type { Mark } from './personal.ts'

/** Keys that say by their beginning what they open. */
const KNOWN: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  /(?<![\p{L}\p{N}])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{0,2000}/gu,
  /(?<![\p{L}\p{N}])(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])AIza[\w-]{35}/gu,
  /(?<![\p{L}\p{N}])gh[pousr]_[A-Za-z0-9]{20,255}/gu,
  /(?<![\p{L}\p{N}])github_pat_\w{20,255}/gu,
  /(?<![\p{L}\p{N}])glpat-[\w-]{20,255}/gu,
  /(?<![\p{L}\p{N}])(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{16,255}/gu,
  /(?<![\p{L}\p{N}])xox[abeoprs]-[A-Za-z0-9-]{10,255}/gu,
  /(?<![\p{L}\p{N}])npm_[A-Za-z0-9]{36}/gu,
  /(?<![\p{L}\p{N}])SG\.[\w-]{16,64}\.[\w-]{16,64}/gu,
  /(?<![\p{L}\p{N}])hooks\.slack\.com\/services\/[\w/]{20,80}/gu,
]

/** `password: hunter2`, `the API key is …`: the word stays, what follows it goes. */
const NAMED =
  /(?<![\p{L}\p{N}])((?:password|passwd|passphrase|pwd|api[ _-]?key|secret(?:[ _-]?key)?|access[ _-]?(?:key|token)|auth[ _-]?token|bearer|token|Passwort|Kennwort|mot de passe|contraseña)["'`]?\s{0,3}(?:is\s|=|:|→)\s{0,3}["'`]?)([^\s"'`,;]{6,500})/giu
const BEARER = /(?<![\p{L}\p{N}])(Bearer\s)([\w.~+/-]{16,2000}=*)/gu
/** `https://dana:hunter2@host` */
const IN_ADDRESS = /([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/:@]{1,100}:[^\s/@]{1,200}@/giu
/** A run that no word is: letters and digits mixed, or hexadecimal, long. */
const RANDOM =
  /(?<![\p{L}\p{N}/_-])(?=[\w+-]{0,200}\d)(?=[\w+-]{0,200}[A-Za-z])[A-Za-z0-9_+-]{32,200}={0,2}(?![\p{L}\p{N}/_-])/gu

/** Every secret is a long run, or stands behind a word for one: most texts have neither, and are done. */
const MAY_BE_SECRET = /(?<!\S)\S{15}|:\/\/|-----BEGIN|pass|pwd|key|secret|token|bearer|kennwort|contrase/iu

export function redactSecrets(text: string, mark: Mark): string {
  if (!MAY_BE_SECRET.test(text)) return text
  const known = KNOWN.reduce((rest, pattern) => rest.replace(pattern, () => mark('secret')), text)
  return known
    .replace(IN_ADDRESS, (_, before: string) => `${before}${mark('secret')}@`)
    .replace(BEARER, (_, before: string) => `${before}${mark('secret')}`)
    .replace(NAMED, (all, before: string, value: string) => (looksChosen(value) ? `${before}${mark('secret')}` : all))
    .replace(RANDOM, (found) =>
      /\d[^A-Za-z]{0,200}[A-Za-z]\D{0,200}\d|[A-Za-z]\D{0,200}\d[^A-Za-z]{0,200}[A-Za-z]/.test(found)
        ? mark('secret')
        : found,
    )
}

/** "The password: everybody has one" is talk; a password has a digit or a sign in it, or capitals inside. */
function looksChosen(value: string): boolean {
  return (
    !value.startsWith('[') && (/\d/.test(value) || /[^\p{L}\p{N}.!?…)'’-]/u.test(value) || /\p{Ll}\p{Lu}/u.test(value))
  )
}
