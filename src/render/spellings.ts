/** In which ways a text may write a name. */

export interface Spellings {
  /** All of it, and its initials as they stand for a whole name: `G.H.`, `GH`. */
  whole: string[]
  /** First names and surnames. */
  parts: string[]
  /** What is short for somebody only where it does or owns something: initials, and the first letter of a first name. */
  letters: string[]
  /** The first word of each of `whole` and `parts`, once. */
  begins: string[]
}

export function spellingsOf(name: string): Spellings {
  const parts = partsOf(name)
  const initials = parts.map((part) => part.slice(0, 1)).join('')
  const letters = new Set([initials, initials.slice(0, 1)])
  const whole = [name, ...initialsOf(name, parts)].filter((spelling) => spelling.length > 1)
  return {
    whole,
    parts,
    begins: [...new Set([...whole, ...parts].map(beginOf))],
    letters: [...letters].filter((short) => short !== '' && !OFFICES.has(short)),
  }
}

/** The word that a text begins with; empty where it begins with a sign, as `'t Hooft` does. */
export function beginOf(text: string): string {
  return /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? ''
}

/** Where the name has two words or more; what is short for something else in every office is left. */
function initialsOf(name: string, parts: readonly string[]): string[] {
  const letters = parts.map((part) => part.slice(0, 1))
  if (letters.length < 2) return []
  const plain = letters.join('')
  // `MdW` is Maria de Wit.
  const whole = name
    .split(/[\s.-]+/)
    .map((word) => word.slice(0, 1))
    .join('')
  return [`${letters.join('.')}.`, ...[plain, whole].filter((short) => short.length > 1 && !ABBREVIATIONS.has(short))]
}

/** Words of a name that are written with a capital; one that is an everyday word too ("Will", "Mark") is kept: it is a name there as well. */
function partsOf(name: string): string[] {
  return (
    name
      // "Dean-shaped" is said of Dean.
      .replace(/-\p{Ll}.*$/u, '')
      .split(/[\s.]+/)
      .filter((part) => part.length > 1 && /^\p{Lu}/u.test(part) && !PARTICLES.has(part.toLowerCase()))
  )
}

const ABBREVIATIONS = new Set(
  `AC AD AE AI AM AP AR AT BA BC BI BU CA CC CD CE CI CO CS CV DB DC DE DM DO DP DR DS EA EC ED ER ES EU EV FA FD FM FR FT FX FY GA GB GC GL GM GP
  HQ HR HS IA IB IC ID II IM IN IP IR IS IT IV JV KB KM LA LC LP LT MA MB MC MD ME MG ML MO MS MT NA NC ND NE NO NS NY OH OK ON OP OR OS OT PA PC PD
  PE PI PL PM PO PR PS QA QC RA RD RE RI RO RV SA SC SD SE SI SK SM SO SP SQ ST TA TB TC TD TL TN TO TS TV TX UI UK UN US UT UX VA VC VM VP VR VT WC WI
  API APP BOM CAD CEO CFO CIO COO CPA CRM CSV CTO DMS DNS DPA DPO EDI EHS EMR ERP ETA FAQ FTE GPS HMO HSE INR IOT IRR ISO KPI LLC LMS MES MFA MRP MSA
  NDA NHS NPS OEM OKR PDF PLC PMO POC POS PTO RFI RFP ROI SAP SDK SLA SMS SOC SOP SOX SQL SRE SSO SUV TCO UAT URL USB USD UTC VAT VPN WMS`.split(
    /\s+/,
  ),
)

const PARTICLES = new Set('van von der den de del della di da la le el al bin dr mr mrs ms prof jr sr'.split(' '))

/** Letters that are a department or a post in every office, whoever has the same initials. */
const OFFICES = new Set(
  'A I Q AI AP AR BI CEO CFO CIO COO CTO CRM DB DPO ED ERP EU FC FD GC GM HR HSE IS IT MD OK PC PM PMO PO PR QA QC QS RFP SE TV UK US VP'.split(
    ' ',
  ),
)
