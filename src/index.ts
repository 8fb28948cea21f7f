/** The public API, by name: the pure stages, for those who build on them. Files are read and written by the command line alone. */
export { analyze, type Analyzed } from './analyze/analyze.ts'
export { parse } from './analyze/parse.ts'
export { people, type People } from './analyze/people.ts'
export { segment } from './analyze/segment.ts'
export { readConfig, type Config, type ConfigAsWritten } from './config.ts'
export type { PersonaDefinition } from './personas.ts'
export { plan, type PlanInputs } from './plan.ts'
export { describe, severity, type Problem, type RuleId } from './problems.ts'
export { attribute } from './synthesize/attribute.ts'
export { linearTagger } from './tagging/linear.ts'
export type { Prediction, Tagger, TaggerInput } from './tagging/tagger.ts'
export type {
  Amount,
  Block,
  BuyingRole,
  CodebookTheme,
  Correction,
  Evidence,
  Facets,
  Note,
  NoteAnalysis,
  NoteRecord,
  OutputFile,
  PersonRecord,
  Plan,
  Signal,
  SourceFile,
  Stage,
  Statement,
  StatementRecord,
  Tag,
  Theme,
} from './types.ts'
