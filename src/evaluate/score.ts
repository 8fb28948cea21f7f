/** Figures of a tagger against labels: precision, recall and F1 per tag, the macro-F1 of the signals, what acceptance is worth. */
import { SIGNALS, TAGS, type Tag } from '../types.ts'

/** One labelled statement and what a tagger said of it; where the tool saw no such statement, it said `none`. */
export interface Judged {
  gold: { tag: Tag; also: readonly Tag[] }
  said: Tag
  /** The tool stands by it. */
  accepted: boolean
}

interface TagFigures {
  precision: number
  recall: number
  f1: number
  /** How many labelled statements have the tag. */
  support: number
}

export interface Figures {
  tags: Record<Tag, TagFigures>
  /** Mean F1 of the four signals. */
  macroF1: number
  /** Share of the accepted signals that are right. */
  acceptedPrecision: number
  /** Share of the labelled signals that are accepted and right. */
  coverage: number
}

/** Whether a careful reader would accept the tag. */
export function isRight({ gold, said }: Judged): boolean {
  return said === gold.tag || gold.also.includes(said)
}

/** @returns the figures with lenient credit: a tag among `also` counts as right */
export function figures(judged: readonly Judged[]): Figures {
  const tags = Object.fromEntries(TAGS.map((tag) => [tag, figuresOf(tag, judged)])) as Record<Tag, TagFigures>
  const accepted = judged.filter((one) => one.accepted && one.said !== 'none')
  const right = accepted.filter(isRight)
  const signals = judged.filter((one) => one.gold.tag !== 'none')
  return {
    tags,
    macroF1: SIGNALS.reduce((sum, tag) => sum + tags[tag].f1, 0) / SIGNALS.length,
    acceptedPrecision: share(right.length, accepted.length),
    coverage: share(right.filter((one) => one.gold.tag !== 'none').length, signals.length),
  }
}

function figuresOf(tag: Tag, judged: readonly Judged[]): TagFigures {
  const truth = (one: Judged) => (isRight(one) ? one.said : one.gold.tag)
  const hits = judged.filter((one) => one.said === tag && truth(one) === tag).length
  const said = judged.filter((one) => one.said === tag).length
  const support = judged.filter((one) => truth(one) === tag).length
  const precision = share(hits, said)
  const recall = share(hits, support)
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    support,
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
