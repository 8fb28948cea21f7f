/** What tag.ts needs of a model, whichever it is. */
import type { BuyingRole, Facets, PersonRecord, Stage, Statement, Tag } from '../types.ts'

/**
 * One note as a tagger sees it: its statements in text order and who is in the room.
 * A statement with an explicit tag (written into the note, or a person's correction) has its tag already: the tagger gives it its facets.
 */
export interface TaggerInput {
  statements: readonly Statement[]
  people: readonly PersonRecord[]
  stage: Stage
}

export interface Prediction {
  tag: Tag
  /** Calibrated probability that `tag` is right, 0..1. */
  confidence: number
  /** What the model gives each tag before calibration, adding up to 1: for explanations, not for decisions. */
  scores: Readonly<Record<Tag, number>>
  /** Facets of `tag`, empty for none. */
  facets: Facets
}

/** A loaded model. What it says of a note never depends on the other notes of a batch. */
export interface Tagger {
  /** Changes when the model does; stands in personas.lock. */
  digest: string
  /** Confidence from which a statement is accepted. */
  threshold: number
  /** What is said of each note, in order. */
  tag(notes: readonly TaggerInput[]): Promise<NotePredictions[]>
}

export interface NotePredictions {
  /** One per statement. */
  statements: Prediction[]
  /** Buying role of each person, by what titles and statements tell; null for sellers. */
  roles: (RoleGuess | null)[]
}

export interface RoleGuess {
  role: BuyingRole
  /** 1 where the note or the config says it, else the model's probability: for weighing the notes of one person against each other. */
  confidence: number
}
