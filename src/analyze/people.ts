import type { Config } from '../config.ts'
import type { Note, PersonRecord } from '../types.ts'

/** The people of one note, each once, and the way from any spelling to the person. */
export interface People {
  records: PersonRecord[]
  /** Full name behind a label, first name, surname, initials or title; null where nobody can be told. */
  resolve(written: string): string | null
}

/** Who is in the note: names, titles, companies and sides, settled. `role` is 'unknown' unless note or config say it; `persona` is null unless config says it. */
export function people(_note: Note, _config: Config): People {
  return { records: [], resolve: () => null }
}
