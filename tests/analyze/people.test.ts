import { describe, expect, it } from 'vitest'
import { parse } from '../../src/analyze/parse.ts'
import { people } from '../../src/analyze/people.ts'
import { config, listed, prepare } from './prepare.ts'

const note = (head: string, body = 'Nothing else was said.\n') => `---\n${head}\n---\n\n${body}`

describe('lists of people', () => {
  it.each([
    [
      'one line',
      'participants: "Maria Lopez (VP Ops), Jo Chen – CFO; us: Sam Reed (AE)"',
      ['Maria Lopez (VP Ops) customer', 'Jo Chen (CFO) customer', 'Sam Reed (AE) seller'],
    ],
    [
      'a list of texts',
      'attendees:\n  - Maria Lopez, VP Ops\n  - Sam Reed (AE)',
      ['Maria Lopez (VP Ops) customer', 'Sam Reed (AE) seller'],
    ],
    [
      'a list of objects',
      'people:\n  - name: Maria Lopez\n    title: CFO\n  - {name: Sam Reed, side: us}',
      ['Maria Lopez (CFO) customer', 'Sam Reed seller'],
    ],
    [
      'names as keys',
      'them:\n  Maria Lopez: Head of Compliance, SMF16\nus: [Sam Reed (AE)]',
      ['Maria Lopez (Head of Compliance, SMF16) customer', 'Sam Reed (AE) seller'],
    ],
    [
      'titles without marks',
      'who: Selim Kaya GM, Burcu Ay Quality, Nil Er Finance (last 20 min)',
      ['Selim Kaya (GM) customer', 'Burcu Ay (Quality) customer', 'Nil Er (Finance) customer'],
    ],
    [
      'semicolons and commas',
      'Customer: Walt Kessler, Chief Data Officer; Priya Nair, Director of Data',
      ['Walt Kessler (Chief Data Officer) customer', 'Priya Nair (Director of Data) customer'],
    ],
    [
      'other languages',
      'presenti: Elena Moretti (HR Director)\nnoi: Chiara Fabbri',
      ['Elena Moretti (HR Director) customer', 'Chiara Fabbri seller'],
    ],
    [
      'initials of first names',
      'attendees: C. Irurzun, B. Escartín (gerente)',
      ['C. Irurzun', 'B. Escartín']
        .map((name) => name.replace(/^.\. /, ''))
        .map((name) => (name === 'Irurzun' ? 'Irurzun customer' : 'Escartín (gerente) customer')),
    ],
  ])('%s', (_, head, expected) => {
    expect(listed(note(head))).toEqual(expected)
  })

  it.each([
    [
      '1/20 Acme, yard visit, w/ Ray G (owner), Connie B disp. me (Jo)\n\nRay wants it.\n',
      ['Ray (owner) customer', 'Connie (disp) customer', 'Jo seller'],
    ],
    [
      'On: Henrik Berg (CFO), Marit Dahl (CHRO), me (Aoife)\n\nMarit was quiet.\n',
      ['Henrik Berg (CFO) customer', 'Marit Dahl (CHRO) customer', 'Aoife seller'],
    ],
  ])('in the first line: %j', (text, expected) => {
    expect(listed(text)).toEqual(expected)
  })
})

describe('people in prose', () => {
  it.each([
    ['Frank Sellars in legal has to see it first.', 'Frank Sellars (legal) customer'],
    ['Carla Mendez, CIO, wants it by May.', 'Carla Mendez (CIO) customer'],
    ['It goes to CFO Lorraine Duffy in the end.', 'Lorraine Duffy (CFO) customer'],
    ['They told Tuula, and Tuula laughed.', 'Tuula customer'],
    ['Henrik, the mill manager, decides.', 'Henrik (mill manager) customer'],
    ['It goes to Garth Wend the owner in the end.', 'Garth Wend (owner) customer'],
    ['Our tax adviser Mr. Petrow will ask.', 'Petrow (tax adviser) customer'],
    ['Jokkeri Malm (finance) has to see it.', 'Jokkeri Malm (finance) customer'],
  ])('%s', (text, expected) => {
    expect(listed(note('participants: Maria Lopez (VP Ops)', `${text}\n`))).toContain(expected)
  })

  it.each([
    ['She promised the COO Labour Day would not come back.', 'Labour Day'],
    ['VP Eng was late, and VP Eng signs.', 'Eng'],
    ['They went with TorvaForge (service manager on top) in 22.', 'TorvaForge'],
    ['With TQeF, architecture I have read.', 'TQeF'],
    ['Orvane came in at 2,900, Orvane does the import, and we have Orvane by May.', 'Orvane'],
  ])('takes no day, department, tool or rival for a person: %s', (text, name) => {
    const people = listed(note('participants: Maria Lopez (VP Ops)', `${text}\n`))
    expect(people.join('; ')).not.toContain(name)
  })

  it('lists no product, place or day', () => {
    const text = 'They use Snowflake and FacilTrak in Frankfurt. On Monday Looker was down. Berlin wants a report.\n'
    expect(listed(note('participants: Maria Lopez (VP Ops)', text))).toEqual(['Maria Lopez (VP Ops) customer'])
  })
})

describe('one person, once', () => {
  const text = note(
    'participants: Ximena Castro (Head of Reporting), Jorge Olvera (Architect)\nus: Daniela Guerra',
    '**XC:** We close late.\n\nMaria called. Mr Olvera said no. Ximena nodded, Castro left.\n',
  )

  it('under all spellings', () => {
    const names = prepare(text).people.map((one) => one.name)
    expect(names.filter((name) => /Castro|Ximena|XC/.test(name))).toEqual(['Ximena Castro'])
    expect(names.filter((name) => /Olvera|Jorge/.test(name))).toEqual(['Jorge Olvera'])
  })

  it.each([
    ['XC', 'Ximena Castro'],
    ['Ximena', 'Ximena Castro'],
    ['Olvera', 'Jorge Olvera'],
    ['Mr Olvera', 'Jorge Olvera'],
    ['J. Olvera', 'Jorge Olvera'],
    ['Jorge O', 'Jorge Olvera'],
    ['the architect', 'Jorge Olvera'],
    ['AE', 'Daniela Guerra'],
    ['me', 'Daniela Guerra'],
    ['Prospect', 'Ximena Castro'],
    ['Nobody', null],
    ['__proto__', null],
  ])('%s → %s', (written, name) => {
    const { note: read } = parse({ path: 'note.md', text }, config())
    expect(read && people(read, config()).resolve(written)).toBe(name)
  })

  it('keeps two people of one first name apart', () => {
    const { people: found } = prepare(
      note('participants: Mark Stone (CFO), Mark Tully (CIO)', '**Mark S:** Too dear.\n'),
    )
    expect(found.map((one) => one.name)).toEqual(['Mark Stone', 'Mark Tully'])
  })
})

describe('sides', () => {
  it('come from config first', () => {
    const text = note('participants: Maria Lopez (CFO), Sam Reed')
    expect(listed(text, { us: { people: ['Sam Reed'] } })).toContain('Sam Reed seller')
    expect(listed(text, { people: { 'Sam Reed': { side: 'unknown' } } })).toContain('Sam Reed unknown')
  })

  it('are heard from who asks and who has the trouble', () => {
    const text = [
      'Kim: Thanks for making the time, what would you change first?',
      'Ola: My team rings people all day, I hate it, and I don’t see an end.',
      'Kim: So what would you do with the time? I can send you an example.',
      'Ola: I’d sleep. I’ve not had a Sunday since March because my boss wants the report.',
    ].join('\n\n')
    expect(listed(`${text}\n`).toSorted()).toEqual(['Kim seller', 'Ola customer'])
  })

  it('keep what config says of title, role and persona', () => {
    const settled = { 'Maria Lopez': { title: 'COO', role: 'saboteur', persona: 'procurement' } } as const
    const { people: found } = prepare(note('participants: Maria Lopez (CFO)'), 'n.md', { people: settled })
    expect(found[0]).toMatchObject({ title: 'COO', role: 'saboteur', persona: 'procurement' })
  })

  it('have the buying role that the note says, whatever title stands beside it', () => {
    const head = 'people:\n  - {name: Eva Roth, title: CFO, role: Budget holder}\n  - {name: Jo Chen, role: Buyer}'
    expect(prepare(note(head)).people.map(({ name, title, role }) => [name, title, role])).toEqual([
      ['Eva Roth', 'CFO', 'budget-holder'],
      ['Jo Chen', 'Buyer', 'unknown'],
    ])
  })
})
