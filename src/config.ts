/**
 * The configuration: its schema, its defaults (the only ones) and the two types, as written and as used.
 * Pure: reading the file is io's work.
 */
import { z } from 'zod'
import { isDay, parseAge } from './checks/calendar.ts'
import { RULE_IDS, SEVERITIES } from './checks/rule-ids.ts'
import { DEFAULT_PERSONAS, personaSchema, type PersonaDefinition } from './personas.ts'
import { INPUT_RULES } from './problems.ts'
import { BUYING_ROLES, SIDES } from './types.ts'

const age = z.string().refine((text) => parseAge(text) !== null, 'an age is a number with d, w, mo or y, such as 6mo')
const rule = z.enum([...new Set([...RULE_IDS, ...INPUT_RULES])])

const waiverSchema = z
  .strictObject({
    rule,
    /** A file, or a folder with a slash at its end, from the folder of the configuration. */
    path: z.string().optional(),
    persona: z.string().optional(),
    /** Why the finding may stand. */
    reason: z.string().min(1),
    /** The last day on which it holds. */
    expires: z.string().refine(isDay, 'a day is YYYY-MM-DD'),
  })
  .refine(({ path, persona }) => path !== undefined || persona !== undefined, 'a waiver names a path or a persona')

/** What `personas check` asks for. */
const checksSchema = z.strictObject({
  /** How old the content of a page may be. */
  maxAge: age.default('6mo'),
  /** Persona id → limits of its own, which win over all others. */
  personas: z.record(z.string(), z.strictObject({ maxAge: age })).default({}),
  rules: z.partialRecord(rule, z.enum(SEVERITIES)).default({}),
  /** Fewer calls than this behind a page are too few. */
  minCalls: z.int().min(1).default(3),
  /** Buying roles that should be heard in the accounts of every page. */
  roles: z.array(z.enum(BUYING_ROLES)).default(['decision-maker', 'budget-holder', 'user']),
  waivers: z.array(waiverSchema).default([]),
})

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  us: z
    .strictObject({
      company: z.string().optional(),
      domains: z.array(z.string()).default([]),
      people: z.array(z.string()).default([]),
      products: z.array(z.string()).default([]),
    })
    .prefault({}),
  competitors: z.array(z.string()).default([]),
  /** Canonical account name → other spellings of it. */
  aliases: z.record(z.string(), z.array(z.string())).default({}),
  /** How 9/8/2026 is read; without it such a date is a finding. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** What is settled about one person, by full name. */
  people: z
    .record(
      z.string(),
      z.strictObject({
        title: z.string().optional(),
        side: z.enum(SIDES).optional(),
        role: z.enum(BUYING_ROLES).optional(),
        persona: z.string().optional(),
      }),
    )
    .default({}),
  /** Personas added to the defaults, or replacing the default of the same id. */
  personas: z.array(personaSchema).default([]),
  /** Persona id → the persona it is merged into. */
  merge: z.record(z.string(), z.string()).default({}),
  /** Where the pages go, relative to the config file. */
  out: z.string().default('personas'),
  /** How a quote links to its line. */
  links: z.enum(['github', 'gitlab', 'plain']).default('github'),
  /** true: names of people stand on pages. */
  names: z.boolean().default(false),
  /** Least confidence at which a statement is accepted; without it the model's own. */
  threshold: z.number().min(0).max(1).optional(),
  checks: checksSchema.prefault({}),
})

export type ConfigAsWritten = z.input<typeof configSchema>
export interface Config extends Omit<z.output<typeof configSchema>, '$schema' | 'personas'> {
  /** Defaults and the team's own, in the order in which titles are tried. */
  personas: PersonaDefinition[]
}

/**
 * @param written the parsed JSON of personas.config.json, `{}` where there is none
 * @returns the config as used, or a sentence for the user that says what is wrong and where
 */
export function readConfig(written: unknown): { config: Config } | { error: string } {
  const result = configSchema.safeParse(written)
  if (!result.success) return { error: z.prettifyError(result.error) }
  const { $schema: _, personas, ...rest } = result.data
  const own = new Set(personas.map((persona) => persona.id))
  const all = [...personas, ...DEFAULT_PERSONAS.filter((persona) => !own.has(persona.id))]
  const ids = new Set(all.map((persona) => persona.id))
  const wrong = wrongPersona(personas, rest, ids)
  if (wrong !== null) return { error: `${wrong}; there are ${[...ids].join(', ')}` }
  return { config: { ...rest, personas: all } }
}

/** An id names a file of the output folder, so that none may come in that is not one of the personas. */
function wrongPersona(
  own: readonly PersonaDefinition[],
  { merge, people, checks }: Pick<z.output<typeof configSchema>, 'merge' | 'people' | 'checks'>,
  ids: ReadonlySet<string>,
): string | null {
  const taken = own.find(
    (persona, at) => persona.id === 'readme' || own.findIndex(({ id }) => id === persona.id) !== at,
  )
  if (taken) return `personas: the id "${taken.id}" is taken`
  for (const [from, into] of Object.entries(merge))
    if (!ids.has(from) || !ids.has(into)) return `merge: "${from}" into "${into}": no such persona`
  for (const id of Object.keys(checks.personas)) if (!ids.has(id)) return `checks.personas: no such persona "${id}"`
  for (const [name, { persona }] of Object.entries(people))
    if (persona !== undefined && !ids.has(persona)) return `people: "${name}": no such persona "${persona}"`
  return null
}
