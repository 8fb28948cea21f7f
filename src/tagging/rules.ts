/** What holds whatever a model says. */
import type { Statement } from '../types.ts'
import type { Prediction } from './tagger.ts'

/** Why a statement has its tag: a person wrote it, the seller's side said it (guide, rule 8), or the model judged. */
export type Ground = 'written' | 'seller' | 'model'

export function groundOf(statement: Statement): Ground {
  if (statement.explicit !== null) return 'written'
  return statement.side === 'seller' ? 'seller' : 'model'
}

/** @returns the prediction as the rules leave it: a person's word wins, and the seller's side gives no signals */
export function ruled(statement: Statement, prediction: Prediction): Prediction {
  if (statement.explicit !== null) {
    const facets = prediction.tag === statement.explicit ? prediction.facets : {}
    return { ...prediction, tag: statement.explicit, confidence: 1, facets }
  }
  return statement.side === 'seller' ? { ...prediction, tag: 'none', confidence: 1, facets: {} } : prediction
}
