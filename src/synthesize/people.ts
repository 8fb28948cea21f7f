/** Which persona a person is, by configuration, title and role; and the rank that a title tells. */
import type { Config } from '../config.ts'
import type { PersonaDefinition } from '../personas.ts'
import type { BuyingRole, PersonRecord } from '../types.ts'

type Role = BuyingRole | 'unknown'

/** Words that say of a title: this person leads others. Lead and supervisor do not count: they work along. */
const LEADER =
  /(?<![\p{L}\d])(?:chief|c[eftiordmp]o|chro|ciso|vp|svp|evp|avp|head|director|dir|president|manager|mgr|gm|owner|founder|chair\p{L}*|partner|principal|dean|controller|treasurer|superintendent|general counsel|leiter\p{L}*|\p{L}+leiter(?:in)?|leitung|geschäftsf\p{L}+|vorstand|inhaber\p{L}*|chef|directeur|directrice|responsable|drh|daf|dsi|pdg|gérante?|jef[ea]|directora?|diretora?|subdirectora?|gerente|hoofd|bestuurder)(?![\p{L}\d])/iu
/** Managers of one shop, shift or site work with the product themselves when the notes call them users. */
const SENIOR =
  /(?<![\p{L}\d])(?:chief|c[eftiordmp]o|vp|svp|evp|head|director|president|owner|founder|managing)(?![\p{L}\d])/iu

function isLeader(title: string): boolean {
  return LEADER.test(title)
}

/**
 * @param title of the person, null where no note tells
 * @returns id of the persona after merging, null where nothing tells
 */
export function personaOf(person: { title: string | null; role: Role }, config: Config): string | null {
  const found = byTitle(person.title, person.role, config.personas) ?? byRole(person)
  return found === null ? null : merged(found, config)
}

/** A persona may be merged into one that is merged itself; a circle ends where it began. */
function merged(id: string, config: Config): string {
  const seen = new Set<string>()
  let home = id
  while (config.merge[home] !== undefined && !seen.has(home)) {
    seen.add(home)
    home = config.merge[home] ?? home
  }
  return home
}

/** Titles come up again in note after note, so each is looked up once. */
function byTitle(title: string | null, role: Role, personas: readonly PersonaDefinition[]): string | null {
  if (title === null) return null
  const { found } = preparedFor(personas)
  const key = `${role === 'user' ? 'user' : ''}\n${title}`
  const known = found.get(key)
  if (known !== undefined) return known
  const id = lookUp(title, role, personas)
  found.set(key, id)
  return id
}

function lookUp(title: string, role: Role, personas: readonly PersonaDefinition[]): string | null {
  const plain = ` ${words(title)} `
  const { phrases } = preparedFor(personas)
  const user = role === 'user' && !SENIOR.test(title)
  const leader = isLeader(title)
  const knows = (persona: PersonaDefinition) =>
    (persona.rank === undefined || (persona.rank === 'leader') === leader) &&
    (phrases.get(persona.id) ?? []).some((phrase) => plain.includes(phrase))
  return (
    (user ? personas.find((persona) => persona.kind === 'user' && knows(persona)) : personas.find(knows))?.id ?? null
  )
}

interface Prepared {
  /** By persona, as they are compared. */
  phrases: ReadonlyMap<string, string[]>
  /** Persona by role and title. */
  found: Map<string, string | null>
}

/** Kept as long as the configuration is. */
const prepared = new WeakMap<readonly PersonaDefinition[], Prepared>()

function preparedFor(personas: readonly PersonaDefinition[]): Prepared {
  const known = prepared.get(personas)
  if (known) return known
  const phrases = new Map(personas.map(({ id, titles }) => [id, titles.map((phrase) => ` ${words(phrase)} `)]))
  const fresh = { phrases, found: new Map() }
  prepared.set(personas, fresh)
  return fresh
}

/** Whoever has no title that tells is what the notes say that they do. */
function byRole({ role }: Pick<PersonRecord, 'role'>): string | null {
  if (role === 'user') return 'specialist-user'
  if (role === 'decision-maker') return 'executive-sponsor'
  if (role === 'budget-holder') return 'finance-leader'
  return role === 'recommender' ? 'technical-evaluator' : null
}

/** Abbreviations and separators as titles use them, made one. */
function words(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/\bvice[ -]president\b/g, 'vp')
      .replace(/\bsr\b\.?/g, 'senior')
      .replace(/\bmgr\b\.?/g, 'manager')
      .replace(/ & /g, ' and ')
      .replace(/\b(?:product|process|budget|data|business) owner\b/g, (match) => match.replace(' ', '-'))
      // Controls things, not money.
      .replace(
        /\b(?:hire|desk|rental|stock|inventory|document|traffic|transport|logistics|fleet|production|quality|project|process|yard|depot|job|work|maintenance|material|materials|shift|call|room|air) controllers?\b/g,
        (match) => match.replace(/ (controller)s?$/, '-$1'),
      )
      .replace(/[^\p{L}\p{N}&'-]+/gu, ' ')
      .trim()
  )
}
