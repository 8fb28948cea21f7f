/** The personas that are there without any configuration: a function and its part in the decision. */
import type { PersonaDefinition } from './config.ts'

export const DEFAULT_PERSONAS: readonly PersonaDefinition[] = []
