/** What a person's name and title look like, and when two spellings mean one person. */

/** Words that make a title or name a department, in the languages that notes come in. A title is a name's neighbour, so it is told by its words. */
const TITLE_WORD = new RegExp(
  '^(?:' +
    [
      'chief|c[a-z]{1,3}o|chro|chair(?:man|woman|person)?|president|presidente?|présidente?|vice|v\\.?p|[se]vp|avp|md|gm|ed|dod|mgo|gc|fd|fc|dpo|ciso|cfo|rm|pm|pmo|qs|qa|ae|se|sc|csm|sdr|bdr|am|daf|dsi',
      'founder|co-?founder|owner|partner|principal|head|heads|hd|director[ae]?|directora|dir|direktor|direttor[ei]|direttrice|directeur|directrice|direktör|diretor[ae]?|leader|lead|leads|leiter(?:in)?|leitung|chef|jefe|jefa|capo|responsabile?|manager|managing|mgr|mngr|management|supervisor|superintendent|super|foreman|coord(?:inator)?|coordinates|officer|executive|exec|senior|sr|junior|jr\\.|deputy|dep|dpty|assistant|asst|associate|assoc|acting|interim|fractional|group|global|regional|national|area|divisional|corporate|corp',
      'analysts?|analytics|engineer|engineering|eng|architect|architecture|developer|dev|admin|administrator|administration|administratie|specialist|advisor|adviser|consultant|consulting|auditor|audit|accountant|accounting|accounts|ap|ar|controller|controlling|controler|treasurer|treasury|bookkeeper|actuary|actuarial|counsel|lawyer|attorney|solicitor|legal|compliance|governance|risk|privacy|security|sec|infosec|information|data|database|db|digital|technology|tech|technical|technician|it|ict|is|erp|crm|bi|ai|ml|ux|hr|hse|people|talent|personnel|payroll|learning|training|trainer|education|educator|l&d|od',
      'finance|financial|fin|finanzen|finanzas|cfo|procurement|procur|proc|purchasing|purch|buyer|buying|compras|acquisti|einkauf|inkoop|sourcing|category|vendor|supply|logistics|warehouse|dispatch|disp|dispatcher|planning|planner|scheduler|fleet|shop|plant|production|prod|operations?|ops|oper|operatie|facilities|maintenance|service|services|support|success|customer|client|clms|claims|underwriting|quality|qual|research|product|project|program(?:me)?|portfolio|marketing|mktg|brand|content|crm|growth|sales|account|accts?|commercial|business|revenue|pricing|merchandising|communications|fundraising|development|campaign|design|designer|creative|editor|producer|nurse|nursing|doctor|physician|clinical|clinic|medical|med|lab|laboratory|pharmacy|therapist|teacher|rector|vice-rector|provost|registrar|secretary|clerk|mayor|chief|steward|union|rep|representative|works|council|board|member|committee|driver|mechanic|operator|agent|coach|team|staff|lead|line|branch|store|site|floor|shift|house|office|desk|interviewer|researcher|moderator|inspector|planner|tester|scientist|statistician|writer|translator|trustee|volunteer|intern|apprentice|student|yardmaster|caretaker|eigenaar|ejer|ägare|geschäftsführer(?:in)?|prokurist(?:in)?|betriebsrat|datenschutzbeauftragte[r]?|gerente|diretora|socio|titolare|kierownik|dyrektor|prezes|księgowa|müdürü?|müdür|johtaja|päällikkö|sjef|leder',
    ].join('|') +
    ')$',
  'iu',
)

const HONORIFIC =
  /^(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|fr|father|rev|sister|chief|herr|frau|hr|fru|mme|m|sig|sra?|doña|dott|ing|mgr|dipl|mag|madam|madame|mdm|cllr|col|capt|engr|chef|alhaji|hajia|oga|pani|pan|maître|padre|uncle|auntie|foreman)\.?$/iu
const PARTICLE =
  /^(?:van|von|de|den|der|del|della|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|st\.?|ter|ten|te|'t|y|e|ní|nic|mac|mc|ua|zu|zum|af|av|op|ap)$/iu
const SUFFIX = /^(?:bey|bhai|ji|san|hanım|abi|sir|saab|madam|jr|sr|ii|iii|phd|md|esq)\.?$/iu
/** `Doi-san`, `Bae-nim`, `Asha-ji`: politeness that hangs on a name. */
export const POLITE_ENDING = /[-‐](?:san|sama|nim|ssi|ji|bhai|bey)$/iu
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’]*(?:[-‐]\p{L}[\p{L}\p{M}'’]*)*\.?|(?:d|o|l)['’]\p{Lu}[\p{L}\p{M}'’-]*)$/u
const INITIAL = /^\p{Lu}\.?(?:[-.]?\p{Lu}\.?)?$/u

const COMMON = new Set(
  `
  i me the a an him them us and but or so if when then also for from to on in at by with of as it its he she
  they we you his her their our my your this that these those there here what who whom why how which where no
  not yes yeah ok okay nothing nobody everybody everyone somebody someone all any both each every some one two
  three four five six seven eight nine ten first second third last next new after before since until till once
  only even still now today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday mon tue
  tues wed thur thurs fri sat sun january february march april may june july august september october november
  december jan feb mar apr jun jul aug sep sept oct nov dec dear hi hello hey thanks thank regards best kind
  good great well oh re fwd subject sent date cc stage deal account note notes call meeting email mail demo
  discovery proposal pilot budget price legal security finance procurement marketing sales europe germany france
  italy spain poland ireland england america australia canada mexico brazil turkey north south east west central
  city county council university college school hospital bank trust group company street road office excel
  outlook salesforce sap google microsoft windows linkedin whatsapp zoom teams slack asked told said says wants
  needs maybe probably apparently because while although though however meanwhile money let got get have had has
  is are was were do does did can could will would should must might please big small more most less least very
  too just right left up down out over under about into between q1 q2 q3 q4 h1 h2 uk eu usa phone english german
  french spanish christmas xmas easter project plan version part page line point question answer speaker
  interview interviewer respondent according went going later earlier ask answers written coming half something
  anything everything thing things people guy guys lad lads boss paying whatever whoever none many much few such
  same other another instead during against without within through across around near except plus minus per via
  than thus hence else ever never always often sometimes perhaps anyway actually basically honestly frankly
  personally currently overall finally lastly otherwise unless whether american americans dutch polish finnish
  turkish swiss irish british european japanese chinese norwegian swedish danish italian portuguese indian
`.split(/\s+/u),
)
/** A word that begins sentences, names days, places and things, or stands for somebody: no part of a name. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(withoutClitic(word).toLowerCase())
}

/** `Deb'd`, `She's`, `Fiona’s` without what hangs on. */
export function withoutClitic(word: string): string {
  return word.replace(/['’](?:s|d|ll|ve|re|m|t)?$/iu, '')
}

/** Bounded so that no text can make the name rules slow. */
const LONGEST_NAME = 60

export function isTitleWord(word: string): boolean {
  const bare = word.replace(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '')
  // "it" is a word before it is a department
  if (bare === 'it' || bare === 'is') return false
  return (
    TITLE_WORD.test(bare) ||
    bare.split(/[/&+-]/).some((part) => part.length > 1 && TITLE_WORD.test(part) && bare.includes('/'))
  )
}

export function isHonorific(word: string): boolean {
  return HONORIFIC.test(word)
}

/** A word as names are written: `Maria`, `O’Brien`, `Sætre`, `P-H`. */
export function isNameWord(word: string): boolean {
  return NAME_WORD.test(word) && word.length <= 24
}

export function isParticle(word: string): boolean {
  return PARTICLE.test(word)
}

export function isInitials(word: string): boolean {
  return INITIAL.test(word)
}

/** Words of a name in lower case, without titles, accents kept, for comparison. */
export function nameKey(name: string): string[] {
  return name
    .split(/[\s.]+/)
    .filter((word) => word && !HONORIFIC.test(word) && !SUFFIX.test(word))
    .map((word) =>
      (word.includes('-') ? word.replace(POLITE_ENDING, '') : word)
        .toLowerCase()
        .replace(/['’]s$/u, '')
        .replace(/[^\p{L}\p{N}'’-]/gu, ''),
    )
    .filter(Boolean)
}

/**
 * How a text begins with a name: `Maria Lopez (CFO)` → name `Maria Lopez`, rest `(CFO)`.
 * @param anyCase true where the place says that it is a name (`gina farrow (sr dir)`)
 */
export function leadingName(text: string, anyCase = false): { name: string; rest: string } | null {
  const words = text.slice(0, 200).match(/\S+/g) ?? []
  let used = 0
  let named = 0
  for (const word of words) {
    const bare = word.replace(/[,;:]$/u, '')
    const proper = isNameWord(bare) || (anyCase && /^\p{L}[\p{L}'’.-]{0,20}$/u.test(bare))
    const first = named === 0
    if (
      first &&
      HONORIFIC.test(bare) &&
      words.length > used + 1 &&
      isNameWord((words[used + 1] ?? '').replace(/[,;:]$/u, ''))
    )
      used += 1
    else if (
      !first &&
      isParticle(bare) &&
      used + 1 < words.length &&
      isNameWord((words[used + 1] ?? '').replace(/[,;:]$/u, ''))
    )
      used += 1
    else if (proper && named < 4 && !isTitleWord(bare) && !isCommonWord(bare)) {
      used += 1
      named += 1
    } else break
    if (bare !== word) break
  }
  if (named === 0) return null
  const at = offsetAfter(text, used)
  const name = text
    .slice(0, at)
    .replace(/[,;:]$/u, '')
    .trim()
  if (name.length > LONGEST_NAME) return null
  return {
    name: withoutClitic(name),
    rest: text
      .slice(at)
      .replace(/^[,;:]/u, '')
      .trim(),
  }
}

function offsetAfter(text: string, count: number): number {
  const word = /\S+/g
  let end = 0
  for (let index = 0; index < count; index += 1) {
    const match = word.exec(text)
    if (!match) break
    end = match.index + match[0].length
  }
  return end
}
