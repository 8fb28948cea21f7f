/** What is known of languages: here, which one a text is written in. The only importer of natural. */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Small words that hold a language together; a page of text has dozens of them. */
const SMALL_WORDS: Record<string, string> = {
  en: 'the and of to in is that it for was with on they he she we not are have this be at you but from his her has had if an will would there their what about who been up out them when i can no so my as by or',
  de: 'der die das und ist nicht ein eine zu den mit von wir sie ich es auf für dass dem auch sich bei haben wird sind aber noch nur wie oder aus wenn im werden hat war kann über uns nach schon mehr sehr',
  fr: 'le la les et est pas des une un du que qui dans pour nous vous ils elle sur avec ce ne plus au mais sont ont être cette par leur fait tout comme si il je on aux',
  es: 'el la los las y que en no es un una por con para se del lo su al como más pero nos está son muy ya hay tiene esto cuando todo porque yo',
  it: 'il lo la gli le e che di non è un una per con sono della del si da ci più come ma nel anche questo abbiamo hanno già alla dei quando tutto perché io',
  pt: 'o a os as e que de não é um uma para com se do da em por mais como mas no na são tem nós isso já muito está ao dos das quando tudo porque eu',
  nl: 'de het een en van is niet dat wij ze met voor op zijn te er maar ook aan die we hebben nog bij als om dan wordt heeft uit kan naar wel geen moet ik',
  sv: 'och att det är inte en ett som för på med vi har av till de den kan om men så från vill ska också när hur måste jag',
  no: 'og at det er ikke en et som for på med vi har av til de den kan om men så fra vil skal også når hvordan må jeg',
  da: 'og at det er ikke en et som for på med vi har af til de den kan om men så fra vil skal også når hvordan jeg',
  pl: 'i w nie na się że z do to jest jak ale od po za są przez dla o już tylko może mamy czy tak być ich bardzo który także ja',
  cs: 'a v se na je že to z s do ale jako za pro by tak po jsou už jen také který nebo když máme',
  fi: 'ja on ei se että en oli mutta niin kun jos ovat myös kuin meillä sitä tai nyt joka vain siitä olemme',
  tr: 've bir bu da de için çok ne ama ile gibi daha var yok biz olarak kadar sonra değil her bizim ben',
}

/** Scripts that settle the language by themselves, or nearly. */
const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
]

const LANGUAGES = new Map<string, string[]>()
for (const [language, words] of Object.entries(SMALL_WORDS))
  for (const word of words.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language])

const SAMPLE = 6000
/** Below this, a text is too short to judge: it passes as English, which is what the tagger reads. */
const ENOUGH_WORDS = 12

/** ISO 639-1 code of the language that most of a text is written in. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [language, script] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > letters * 0.3 && letters > 0) return language
  const counts = new Map<string, number>()
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  for (const word of words)
    for (const language of LANGUAGES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const english = counts.get('en') ?? 0
  const [best, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['en', 0]
  return count < ENOUGH_WORDS || count < english * 1.3 ? 'en' : best
}

/** What a word shares with its other forms (`prices`, `pricing` → `price`), by Porter's rules for English. */
export function stem(word: string): string {
  return porter.stem(word)
}
