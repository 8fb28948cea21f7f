/**
 * Corpora of any size from the training notes: each note is a training note with other people, companies, days, numbers and words.
 * Seeded, so that every run of the benchmark reads the same bytes.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TRAINING = new URL('../../fixtures/training/', import.meta.url).pathname

const FIRST =
  'Ada Bram Carla Dario Edda Fiona Gustav Hanne Ivo Jana Kasper Lucia Milan Nadia Oskar Petra Quentin Rosa Stefan Tilda Ursula Viktor Wanda Yusuf Zora Aidan Bettina Cedric Dunja Emil Freya Georg Helga Ines Joost Karim Leonie Marta Nils Odile Pavel Rafael Selma Tomas Ulla Vera Willem Xenia Yara Zeno'.split(
    ' ',
  )
const LAST =
  'Abbott Bergmann Castell Drost Eklund Ferrante Garside Hollander Iversen Jansson Kowalski Lindgren Marchetti Novak Ostberg Pereira Quist Rowntree Sandoval Thornbury Ulrich Vasquez Westergaard Yilmaz Zeller Ashdown Brandvold Corrigan Delacroix Engstrom Fairbairn Grimaldi Haverkamp Ingram Joubert Kellner Lombardi Mortensen Nakamura Oyelaran'.split(
    ' ',
  )
const TOWN =
  'Aldermoor Brackenfield Corston Dunmere Eastholm Farleigh Grantbeck Halden Inverlee Jarrow Kelsby Longmere Marstow Northbeck Oakhurst Penrose Quarley Ravensby Stanmoor Thornley Upwell Varden Westlea Yarnton Ashby Birkdale Cranleigh Dovedale Elmswell Foxton'.split(
    ' ',
  )
const TRADE = 'Systems Works Foods Freight Health Energy Tools Print Textiles Mills Glass Steel Dairy Homes Rail'.split(
  ' ',
)
const MONTH = 'January February March April May June July August September October November December'.split(' ')
const THING =
  'sites branches depots teams plants stores vans users shifts crews lines offices contracts reports forms licences machines tickets suppliers warehouses'.split(
    ' ',
  )
/** Words for which another means the same: the wording varies, the subject stays. */
const SAME = [
  ['need', 'require', 'must have'],
  ['big', 'large', 'sizeable'],
  ['small', 'little', 'modest'],
  ['fast', 'quick', 'rapid'],
  ['problem', 'issue', 'difficulty'],
  ['expensive', 'costly', 'dear'],
  ['happy', 'glad', 'pleased'],
  ['team', 'crew', 'group'],
  ['begin', 'start', 'kick off'],
  ['say', 'state', 'tell us'],
  ['think', 'believe', 'reckon'],
  ['maybe', 'perhaps', 'possibly'],
  ['every', 'each', 'every single'],
  ['always', 'constantly', 'all the time'],
  ['money', 'cash', 'funds'],
  ['old', 'ageing', 'legacy'],
  ['tool', 'product', 'package'],
  ['customers', 'clients', 'buyers'],
  ['people', 'folks', 'staff'],
  ['now', 'today', 'at the moment'],
]
const SYNONYMS = new Map(SAME.flatMap((words) => words.map((word) => [word, words])))

/** Mulberry32. @param {number} seed @returns {() => number} numbers from 0 up to 1 */
function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** @returns {{ name: string, text: string, people: string[] }[]} the training notes in the order of their names */
function sources() {
  const found = []
  for (const set of readdirSync(TRAINING).toSorted()) {
    if (!/^[A-Z]$/.test(set)) continue
    const people = readFileSync(join(TRAINING, set, 'people.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const name of readdirSync(join(TRAINING, set, 'notes')).toSorted())
      if (name.endsWith('.md'))
        found.push({
          name,
          text: readFileSync(join(TRAINING, set, 'notes', name), 'utf8'),
          people: people.filter(({ note }) => note === name).map((person) => person.name),
        })
  }
  return found
}

/**
 * @param {string} folder that is made and filled with so many notes, a subfolder for each thousand
 * @param {number} count
 */
export function writeCorpus(folder, count) {
  const all = sources()
  for (let at = 0; at < count; at += 1) {
    const source = all[at % all.length]
    const home = join(folder, String(Math.floor(at / 1000)).padStart(2, '0'))
    if (at % 1000 === 0) mkdirSync(home, { recursive: true })
    const { name, text } = vary(source, random(at * 7919 + 17), at)
    writeFileSync(join(home, name), text)
  }
}

function vary({ name, text, people }, next, at) {
  const pick = (list) => list[Math.floor(next() * list.length)]
  const names = new Map()
  for (const full of people)
    for (const [index, word] of full.split(/\s+/).entries())
      if (!names.has(word) && /^\p{Lu}[\p{L}'’-]{2,}$/u.test(word)) names.set(word, pick(index === 0 ? FIRST : LAST))
  const account = /^\d{4}-\d\d-\d\d-([a-z]+)/.exec(name)?.[1]
  const company = `${pick(TOWN)}${Math.floor(at / 4) % 997} ${pick(TRADE)}`
  if (account) names.set(account[0].toUpperCase() + account.slice(1), company)
  const words = (line) =>
    line.replace(
      /\p{L}[\p{L}'’-]*/gu,
      (word) => names.get(word) ?? (SYNONYMS.has(word) ? pick(SYNONYMS.get(word)) : word),
    )
  const numbers = (line) =>
    line.replace(/(?<![\d.,:/[-])\d{2,5}(?![\d.,:/\]-])/g, (digits) => {
      const number = Number(digits)
      return number > 1900 && number < 2100 ? digits : String(Math.max(10, Math.round(number * (0.6 + next() * 0.8))))
    })
  const [, front = '', body = text] = /^(---\n[\s\S]*?\n---\n)?([\s\S]*)$/.exec(text) ?? []
  const lines = body
    .split('\n')
    .map((line) => (/^\s*(?:#|\||```|$)/.test(line) ? words(line) : tails(numbers(words(line)), next, pick)))
  const day = `20${19 + Math.floor(next() * 8)}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`
  const slug = company.toLowerCase().replaceAll(' ', '-')
  const dated = words(front).replace(/\d{4}-\d\d-\d\d/, day)
  return { name: `${day}-${slug}-${at}.md`, text: dated + shuffled(lines.join('\n').split('\n\n'), next).join('\n\n') }
}

/** Most sentences get an end of their own: a statement that came before needs no reading. */
function tails(line, next, pick) {
  return line.replace(/(?<=\p{Ll}{2,}[)"”]?)([.!?]?)$|(?<=\p{Ll}{3,})([.!?])(?=\s+\p{Lu})/gu, (sign) => {
    if (next() > 0.93) return sign
    const end = [
      () => `, across ${3 + Math.floor(next() * 400)} ${pick(THING)}`,
      () => `, in ${pick(TOWN)} since ${pick(MONTH)} ${2009 + Math.floor(next() * 17)}`,
      () => `, for ${3 + Math.floor(next() * 90)} of our ${5 + Math.floor(next() * 300)} ${pick(THING)}`,
    ]
    return pick(end)() + sign
  })
}

/** The paragraphs behind the head in another order. */
function shuffled(parts, next) {
  const [head, ...rest] = parts
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    if (rest[at].startsWith('#') || rest[other].startsWith('#')) continue
    ;[rest[at], rest[other]] = [rest[other], rest[at]]
  }
  return [head, ...rest]
}
