/** Initials and single letters that stand for somebody. */
import { bracket, keep, type NamedPerson } from './name-replacer.ts'
import type { Spellings } from './spellings.ts'

/** @returns a function from a text to the text with what its people are in place of their letters */
export function shortReplacer(
  people: readonly NamedPerson[],
  spelled: (name: string) => Spellings,
): (text: string) => string {
  let known: Map<string, string> | undefined
  return (text) =>
    text.replace(LETTERS, (found: string, addressed?: string, plain?: string) => {
      known ??= byLetters(people, spelled)
      const as = known.get((addressed ?? plain ?? '').replace(/\./g, ''))
      if (as !== undefined) return bracket(as)
      return addressed === undefined ? found : bracket('name')
    })
}

function byLetters(people: readonly NamedPerson[], spelled: (name: string) => Spellings): Map<string, string> {
  const known = new Map<string, string>()
  for (const { name, as } of people) for (const short of spelled(name).letters) keep(known, short, as)
  return known
}

const SAYS =
  "(?:says?|said|asks?|asked|wants?|wanted|thinks?|thought|told|tells|needs?|needed|signs?|signed|likes?|liked|hates?|hated|knows?|knew|reckons?|worries|worried|laughed|nodded|agreed|agrees|refuses|refused|insists?|insisted|promised|believes|feels?|felt|fears?|figures|hopes|hoped|joined|rang|wrote|mailed|copy-pasted|decides?|decided|explained|replied|answered|prefers|suggested|sees|will|would|can|could|is|was|has|had|does|did|doesn['’]t|didn['’]t|won['’]t)"
/** After these a letter is one of a list, not a person. */
const NO_LIST =
  '(?<!(?:plan|option|type|class|phase|section|point|group|series|grade|level|line|hall|building|block|gate|part|annex|appendix|variant|version|vitamin|case|site|tier|step|room|team)\\s)'
/** `HS wants`, `(KB)`, `D.'s team`, `Dr. L.`: short for somebody where it does or owns something; a department's letters look the same elsewhere. */
const LETTERS = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau)\\.?\\s(\\p{Lu}\\.)(?![\\p{L}])|${NO_LIST}(\\p{Lu}{1,3}\\.?)(?=['’]s?\\s+\\p{Ll}|\\s+${SAYS}(?![\\p{L}])|(?<=\\(\\p{Lu}{1,3}\\.?)\\)|(?<=(?:told|asked|tell|ask|per)\\s\\p{Lu}{1,3}\\.?)(?![\\p{L}\\p{N}])))`,
  'gu',
)
