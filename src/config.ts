/**
 * The configuration: its schema, its defaults (the only ones) and the two types, as written and as used.
 * Pure: reading the file is io's work.
 */
import { z } from 'zod'
import { DEFAULT_PERSONAS, personaSchema, type PersonaDefinition } from './personas.ts'
import { BUYING_ROLES, SIDES } from './types.ts'

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
})

export type ConfigAsWritten = z.input<typeof configSchema>
export interface Config extends Omit<z.output<typeof configSchema>, '$schema' | 'personas'> {
  /** Defaults and the team's own, in the order in which titles are tried. */
  personas: PersonaDefinition[]
}

/**
 * What of the configuration the analysis of a note may read: what is remembered of a note holds until one of these changes,
 * and no other setting makes notes be read again.
 */
export type AnalysisConfig = Pick<Config, (typeof ANALYSIS_SETTINGS)[number]>
const ANALYSIS_SETTINGS = ['us', 'competitors', 'dates', 'people', 'threshold'] as const

export function analysisConfig(config: Config): AnalysisConfig {
  return Object.fromEntries(ANALYSIS_SETTINGS.map((name) => [name, config[name]])) as unknown as AnalysisConfig
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
  { merge, people }: Pick<z.output<typeof configSchema>, 'merge' | 'people'>,
  ids: ReadonlySet<string>,
): string | null {
  const taken = own.find(
    (persona, at) => persona.id === 'readme' || own.findIndex(({ id }) => id === persona.id) !== at,
  )
  if (taken) return `personas: the id "${taken.id}" is taken`
  for (const [from, into] of Object.entries(merge))
    if (!ids.has(from) || !ids.has(into)) return `merge: "${from}" into "${into}": no such persona`
  for (const [name, { persona }] of Object.entries(people))
    if (persona !== undefined && !ids.has(persona)) return `people: "${name}": no such persona "${persona}"`
  return null
}
