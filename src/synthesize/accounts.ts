/** One account under several spellings (Acme, ACME GmbH, acme.com) is one account. */
import type { Config } from '../config.ts'
import type { NoteAnalysis } from '../types.ts'
import { byText, groupBy, mostFrequent } from './order.ts'

const LEGAL_FORMS = new Set(
  `ab ag aps as asa bhd bv bvba co company corp corporation cv eg eirl ek esp eu ev gbr gesmbh gmbh inc incorporated kft kg
  kgaa kk group groupe grupo gruppe gruppo holding holdings limited llc llp lp ltd ltda mbh nv oy oyj pbc plc pte pty pvt sa sab sapi sarl sas sc se sl slu spa spk spolka sprl
  srl sro ug vof zoo zrt`.split(/\s+/),
)
const FILLERS = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'the', 'cie', 'cia', 'of', 'de', 'der', 'di', 'du'])
/** First words so common that two accounts may share them and be strangers. */
const COMMON = new Set(
  `american bank central city clinic college county european fondation foundation general gemeinde global group grupo hospital
  hotel institute international klinik museum national new north northern old port region regional royal saint san santa school
  service society south southern st stadt state stadtwerke technical town trust union united university verein west western`.split(
    /\s+/,
  ),
)
const TOP_LEVEL =
  /\.(?:com|org|net|io|co|eu|de|at|ch|fr|es|it|nl|be|se|no|dk|fi|pl|pt|ie|uk|us|ca|au|nz|br|mx|in|gov|edu)(?:\.[a-z]{2})?$/

/** @returns the canonical name of every account name that stands in the notes */
export function canonicalAccounts(notes: readonly NoteAnalysis[], config: Config): Map<string, string> {
  const written = notes.flatMap(({ note }) => (note.account === null ? [] : [note.account]))
  const fixed = new Map(
    Object.entries(config.aliases).flatMap(([name, others]) =>
      [name, ...others].map((spelling) => [accountKey(spelling), name]),
    ),
  )
  const keyOf = new Map([...new Set(written)].map((name) => [name, accountKey(name)]))
  const keys = [...new Set(keyOf.values())].toSorted(byText)
  const homes = new Map(keys.map((key, at) => [key, fixed.has(key) ? key : longerFormOf(key, keys, at)]))
  const homeOf = (name: string) => homes.get(keyOf.get(name) ?? '') ?? ''
  const spellings = groupBy(written, homeOf)
  const names = new Map([...spellings].map(([home, own]) => [home, fixed.get(home) ?? mostFrequent(own)]))
  return new Map([...keyOf.keys()].map((name) => [name, names.get(homeOf(name)) ?? name]))
}

/** What is left of an account's name when case, accents, punctuation, legal form and domain endings are taken off. */
export function accountKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const host = plain.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/$/, '')
  const base = /\s/.test(host) ? host : host.replace(TOP_LEVEL, '')
  const words = base.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !FILLERS.has(word))
  while (kept.length > 1 && LEGAL_FORMS.has(kept.at(-1) ?? '')) kept.pop()
  return (kept.length > 0 ? kept : words).join(' ') || plain
}

/**
 * 'tillman forge' is short for 'tillman forge axle' where no third account begins the same way.
 * @param keys in code-unit order, so that what begins with one of them stands close behind it; `at` is the place of `key`
 */
function longerFormOf(key: string, keys: readonly string[], at: number): string {
  const [first = ''] = key.split(' ')
  if (first.length < 4 || (COMMON.has(first) && !key.includes(' '))) return key
  const longer: string[] = []
  for (let next = at + 1; keys[next]?.startsWith(key) === true; next += 1)
    if (keys[next]?.startsWith(`${key} `) === true) longer.push(keys[next] ?? '')
  const longest = longer.toSorted((a, b) => b.length - a.length || byText(a, b))[0]
  return longest !== undefined && longer.every((other) => longest.startsWith(other)) ? longest : key
}
