/** What a title tells: how high it ranks and which functions it names. */

/** Words of titles by rank, highest first; the first that matches counts. */
const RANKS: readonly RegExp[] = [
  /\b(?:owner|founder|co-?founder|chief executive|ceo|managing director|geschäftsführer\w*|president|proprietor|chair(?:man|woman)?|md|partner|superintendent|mayor|dean|rector)\b/i,
  /\b(?:chief|c[a-z]o|cfo|cio|cto|coo|ciso|chro|cmo|cro|vice president|s?vp|evp)\b/i,
  /\b(?:director|head|controller|treasurer|principal|general manager|gm)\b/i,
  /\b(?:manager|lead|leader|supervisor|chief of|officer|superintendent)\b/i,
]
/** Rank of a title that none of them fits. */
export const RANK_OF_OTHERS = RANKS.length

/** Functions that a title names; several may. */
export const FUNCTIONS: Record<string, RegExp> = {
  finance:
    /\b(?:cfo|finance|financial|fin|controller|controlling|treasur\w*|account(?:ant|ing|s)|bookkeep\w*|comptroller|commercial director|purse)\b/i,
  procurement: /\b(?:procure\w*|purchas\w*|sourcing|buyer|buying|category manager|contracts?)\b/i,
  it: /\b(?:it|cio|cto|ict|system\w*|infrastructure|engineer\w*|developer|architect|software|data|platform|integration|devops|tech\w*|digital)\b/i,
  security:
    /\b(?:security|ciso|infosec|privacy|dpo|data protection|risk|compliance|legal|counsel|lawyer|quality|qa|auditor|works council|union|steward|shop steward|rep)\b/i,
  people: /\b(?:hr|people|chro|talent|learning|training|payroll|personnel)\b/i,
  operations:
    /\b(?:operations?|ops|coo|plant|production|logistics|supply|maintenance|service|facility|facilities|field|warehouse|site)\b/i,
  growth: /\b(?:marketing|cmo|sales|cro|growth|brand|revenue|e-?commerce|product|customer|support)\b/i,
  hands:
    /\b(?:clerk|assistant|technician|nurse|dispatcher|coordinator|agent|analyst|planner|specialist|operator|mechanic|driver|administrator|secretary|teacher|officer|foreman|associate|intern|junior|rep|teller|scheduler|editor|producer|designer|tech)\b/i,
  outside:
    /\b(?:external|consultant|advisor|adviser|partner|broker|contractor|freelance\w*|agency|fractional|board member|husband|wife|son|daughter|parent)\b/i,
}

/** @returns 0 for owners and chief executives, higher numbers further down */
export function rankOf(title: string): number {
  const rank = RANKS.findIndex((words) => words.test(title))
  return rank < 0 ? RANK_OF_OTHERS : rank
}
