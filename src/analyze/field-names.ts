/** What the fields of a front matter are called, in the languages of sales teams, and what each name means. */

/** Field names, lower case, words joined by one space; `*` stands for any further words. */
const NAMES = {
  date: 'date|call date|meeting date|mtg date|interview date|interviewed on|review date|when|day|on|held|visit|call|data|fecha|datum|dato|tarih|päivä|päivämäärä|date of call|termin|date/time',
  otherDate: 'last touch|signed|closed|closed on|close date|debrief|updated',
  account:
    'account|account name|acct|company|client|customer|org|organisation|organization|opp|opportunity|deal|practice|prospect|end customer|cliente|cuenta|conta|kunde|klant|kund|klient|firma|firm|azienda|empresa|société|societe|asiakas|meeting|subject',
  stage:
    'stage|opp stage|deal stage|phase|type|call type|type of call|nature|call|interview type|fase|etapa|etap|stufe|fas|asama|aşama|vaihe|étape|tipo',
  otherStage: 'status|title|meeting|subject|outcome|result|forecast category',
  outcome: 'outcome|status|result|esito|resultado|ergebnis|utfall',
  amount:
    'deal value|deal|deal size|amount|acv|arr|value|tcv|mrr|est value|est deal|est. value|est. deal|opp value|opp size|opp amount|estimated value|amount proposed|amount quoted|value lost|importo|importe|valor|waarde|wert|wartość|volumen|potential|expected|size mxn|value *|amount *|ücret',
  industry: 'industry|sector|vertical|branche|branch|sektor|settore|sector *',
  size: 'size|company size|employees|headcount|seats|staff',
  consent: 'consent|quotable|may quote|permission|recording consent',
  retention: 'retention|retain until|keep until|delete after|delete on|expires',
  ours: 'us|ours|our side|our people|our team|from us|attendees us|internal|we|wir|noi|nosotros|nous|wij|vi|rep|reps|sales rep|se|ae|sc|csm|me|owner|opp owner|deal owner|by|author|autor|written by|written up by|writer|notes by|note taker|notetaker|notulist|interviewer|interviewed by|interviewee by|moderator|researcher|analyst|reviewer|asked by|logged by|account owner|account manager|seller|säljare|sorumlu|quien escribe|entrevista|intervistatore|who asked|nasza osoba|responsible|ansprechpartner intern|prepared by|host|we were|verkoper|vendedor|vendeur|verkäufer|venditore|handlowiec|salgsansvarlig|myyjä',
  theirs:
    'customer side|customer people|customers|them|they|theirs|their side|their people|attendees customer|client side|contacts|contact|respondent|respondents|interviewee|interviewees|interviewed|review with|spoke with|spoke to|spoken with|spoke|call with|guests|guest|buyers|buyer|entrevistados|entrevistado|intervistati|buyer side|champion|kunde teilnehmer|respondenten|sources|customer',
  present:
    'participants|participant|attendees|attending|attendance|present|people|persons|on call|on the call|on|in the room|in room|room|there|who|with|w/|w|met|met with|teilnehmer|dabei|anwesend|presenti|partecipanti|presentes|asistentes|pessoas|persone|personas|osoby|kto|wie|aanwezig|betrokken|deltagare|med|deltakere|deltagere|katilanlar|katılanlar|osallistujat|participantes|présents|presents|qui|wer|not present|absent',
  mentioned: 'mentioned|also mentioned|citada|citado|citati|cc|not present|erwähnt',
} as const

export type Meaning = keyof typeof NAMES
const LOOKUP = new Map<string, Meaning[]>()
for (const [meaning, names] of Object.entries(NAMES) as [Meaning, string][])
  for (const name of names.split('|')) LOOKUP.set(name, [...(LOOKUP.get(name) ?? []), meaning])

/** One field of a front matter as it was written. */
export interface Entry {
  key: string
  value: unknown
}

/** Whether the name is in the table just as it stands. */
export function isKnownField(key: string): boolean {
  return LOOKUP.has(key.toLowerCase())
}

/** What a field of this name may mean; none for a name that nobody foresaw. */
export function meanings(key: string): Meaning[] {
  const plain = key
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/^([^(]*)\(.*\)$/, (_, before: string) => before.trimEnd())
    .replace(/\s+/g, ' ')
    .trim()
  const exact = LOOKUP.get(plain)
  if (exact) return exact
  return LOOKUP.get(`${plain.split(' ')[0] ?? ''} *`) ?? []
}

/** Names earlier in the table are the more certain ones. */
export function rank(key: string, meaning: Meaning): number {
  const plain = key
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/^([^(]*)\(.*\)$/, (_, before: string) => before.trimEnd())
    .trim()
  const at = NAMES[meaning].split('|').indexOf(plain)
  return at < 0 ? 999 : at
}
