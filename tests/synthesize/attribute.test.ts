import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountKey } from '../../src/synthesize/accounts.ts'
import { attribute } from '../../src/synthesize/attribute.ts'
import { config, note } from './notes.ts'

const plain = config()
const accountsOf = (names: string[], written = plain) =>
  attribute(
    names.map((account, at) => note(`notes/${at}.md`, { account, date: `2026-03-0${at + 1}` })),
    written,
  ).notes.map((n) => n.note.account)

describe('accounts', () => {
  test.each([
    ['Acme', 'ACME GmbH', 'acme.com', 'Acme, Inc.'],
    ['Bankhaus Zellweger & Cie', 'Bankhaus Zellweger und Cie'],
    ['Hallmann Mietpark', 'hallmann-mietpark', 'Hallmann'],
    ['Société Générale S.A.', 'Societe Generale'],
    ['Torvane Mutual Building Society', 'Torvane MBS', 'Torvane', "Torvane Mut'l"],
    ['Torvane Foods', 'Grupa Torvane Foods', 'Torvane'],
    ['Marlby Vale Clinics', 'Marlbyvale', 'Marlby Vale'],
    ['Torvane Labs A/S', 'Torvane Labs'],
  ])('%s is one account under its spellings', (...names) => {
    expect(new Set(accountsOf(names)).size).toBe(1)
  })

  test('a short form that fits two accounts stays an account of its own', () => {
    expect(new Set(accountsOf(['Pelham', 'Pelham Cross', 'Pelham Homes'])).size).toBe(3)
  })

  test('letters that are the initials of something else are no short form', () => {
    expect(new Set(accountsOf(['Torvane BS', 'Torvane Home Foods'])).size).toBe(2)
  })

  test('what is a word of many names is no short form', () => {
    expect(new Set(accountsOf(['City', 'City Hospital Leeds'])).size).toBe(2)
  })

  test('aliases of the config win', () => {
    expect(
      accountsOf(['Big Blue', 'IBM Deutschland'], config({ aliases: { IBM: ['Big Blue', 'IBM Deutschland'] } })),
    ).toEqual(['IBM', 'IBM'])
  })

  test('a key never is empty', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
        (name) => accountKey(name) !== '',
      ),
    )
  })
})

describe('people', () => {
  test('initials are whoever the account knows by them', () => {
    const { notes } = attribute(
      [note('notes/1.md', {}, [{ name: 'Desmond Oakley', title: 'COO' }]), note('notes/2.md', {}, [{ name: 'DO' }])],
      plain,
    )
    expect(notes[1]?.people[0]?.name).toBe('Desmond Oakley')
  })

  test('who comes up in several accounts without a title is a colleague', () => {
    const { notes } = attribute(
      [
        note('notes/1.md', { account: 'Tolbrook' }, [{ name: 'Iris Fell' }, { name: 'Lucy Marsh', title: 'COO' }]),
        note('notes/2.md', { account: 'Marlby' }, [{ name: 'Iris Fell' }, { name: 'Lucy Marsh' }]),
      ],
      plain,
    )
    expect(notes.map(({ people }) => people.map(({ side }) => side))).toEqual([
      ['seller', 'customer'],
      ['seller', 'customer'],
    ])
  })

  test('what one note tells of a person holds in the others of the account', () => {
    const { notes } = attribute(
      [
        note('notes/1.md', {}, [{ name: 'Maria Lopez', title: 'CFO', role: 'budget-holder' }]),
        note(
          'notes/2.md',
          { date: '2026-04-01' },
          [{ name: 'Maria' }],
          [{ text: 'Eighty thousand is a lot.', tag: 'objection', speaker: 'Maria' }],
        ),
      ],
      plain,
    )
    expect(notes[1]?.people[0]).toMatchObject({
      name: 'Maria Lopez',
      title: 'CFO',
      role: 'budget-holder',
      persona: 'finance-leader',
    })
    expect(notes[1]?.statements[0]).toMatchObject({
      speaker: 'Maria Lopez',
      role: 'budget-holder',
      persona: 'finance-leader',
    })
  })

  test('guesses of single notes at a part add up; what a note says stays', () => {
    const guessed = (file: string, role: 'user' | 'influencer', roleConfidence: number) =>
      note(file, {}, [{ role, roleConfidence }])
    const roles = (all: ReturnType<typeof note>[]) => attribute(all, plain).notes.map((n) => n.people[0]?.role)
    const three = [
      guessed('notes/1.md', 'user', 0.5),
      guessed('notes/2.md', 'influencer', 0.4),
      guessed('notes/3.md', 'influencer', 0.3),
    ]
    expect(roles(three)).toEqual(['influencer', 'influencer', 'influencer'])
    expect(roles([...three, guessed('notes/4.md', 'user', 1)])).toEqual(['user', 'user', 'user', 'user'])
  })

  test('a person has one title, the longest that tells the same, and an abbreviation means what the account spells out', () => {
    const { notes } = attribute(
      [
        note('notes/1.md', {}, [{ title: 'Deputy CPO' }]),
        note('notes/2.md', {}, [{ title: 'Deputy CPO' }]),
        note('notes/3.md', {}, [{ title: 'Deputy Chief People Officer' }]),
      ],
      plain,
    )
    expect(notes.map(({ people: [person] }) => [person?.title, person?.persona])).toEqual(
      [1, 2, 3].map(() => ['Deputy Chief People Officer', 'people-leader']),
    )
  })

  test('who has no vote does not decide, whatever the title', () => {
    const { notes } = attribute(
      [
        note(
          'notes/1.md',
          {},
          [
            { name: 'Ilse Marn', title: 'CHRO', role: 'decision-maker', roleConfidence: 0.9 },
            { name: 'Jo Wend', title: 'CEO', role: 'decision-maker', roleConfidence: 0.9 },
          ],
          [{ text: 'Jo signs, and Ilse has no vote in the board.', tag: 'criterion', speaker: 'Jo Wend' }],
        ),
      ],
      plain,
    )
    expect(notes[0]?.people.map(({ role }) => role)).toEqual(['influencer', 'decision-maker'])
  })

  test('one first name of two people of an account is neither', () => {
    const { notes } = attribute(
      [
        note('notes/1.md', {}, [{ name: 'Maria Lopez' }, { name: 'Maria Kent' }]),
        note('notes/2.md', {}, [{ name: 'Maria' }]),
      ],
      plain,
    )
    expect(notes[1]?.people.map((p) => p.name)).toEqual(['Maria'])
  })

  test('people of the same name in two accounts are two', () => {
    const { notes } = attribute(
      [note('notes/1.md', {}, [{ title: 'CFO' }]), note('notes/2.md', { account: 'Brill' }, [{ title: null }])],
      plain,
    )
    expect(notes[1]?.people[0]?.title).toBeNull()
  })

  test('nobody is listed twice in a note', () => {
    const { notes } = attribute(
      [note('notes/1.md', {}, [{ name: 'Maria Lopez' }, { name: 'M. Lopez', title: 'CFO' }])],
      plain,
    )
    expect(notes[0]?.people).toHaveLength(1)
  })

  test('our own people are ours in every note and belong to no persona', () => {
    const { notes } = attribute(
      [
        note('notes/1.md', {}, [{ name: 'Sam Reed', side: 'seller', title: 'AE' }]),
        note('notes/2.md', { account: 'Brill' }, [{ name: 'Sam Reed', side: 'unknown' }]),
      ],
      plain,
    )
    expect(notes[1]?.people[0]).toMatchObject({ side: 'seller', persona: null })
  })

  test('the config has the last word on a person', () => {
    const { notes } = attribute(
      [note('notes/1.md', {}, [{ title: 'CFO' }], [{ text: 'We pay net 60.', tag: 'budget' }])],
      config({ people: { 'Maria Lopez': { title: 'Head of Sales', role: 'saboteur', persona: 'commercial-leader' } } }),
    )
    expect(notes[0]?.people[0]).toMatchObject({
      title: 'Head of Sales',
      role: 'saboteur',
      persona: 'commercial-leader',
    })
    expect(notes[0]?.statements[0]).toMatchObject({ role: 'saboteur', persona: 'commercial-leader' })
  })
})

describe('what was written twice', () => {
  const call = [
    'We lose two days a month to retyping hours.',
    'Legal will not sign without a data processing agreement.',
    'Anything over 25k goes to the CFO.',
  ]
  const said = (texts: string[]) => texts.map((text) => ({ text, tag: 'job' as const }))

  test('two notes of one call count once, and the shorter one is reported', () => {
    const { notes, evidence, problems } = attribute(
      [
        note('notes/a.md', {}, [{}], said([...call, 'And the board wants a pilot first.'])),
        note('notes/b.md', {}, [{}], said(call)),
      ],
      plain,
    )
    expect(notes.map((n) => n.note.duplicateOf)).toEqual([null, 'notes/a.md'])
    expect(problems).toMatchObject([{ rule: 'note/duplicate', file: 'notes/b.md', values: { other: 'notes/a.md' } }])
    expect(evidence).toHaveLength(4)
  })

  test('two calls of one day with other words are two calls', () => {
    const { problems } = attribute(
      [note('notes/a.md', {}, [{}], said(call)), note('notes/b.md', {}, [{}], said(['We hire forty people in May.']))],
      plain,
    )
    expect(problems).toEqual([])
  })

  test('a thread that is pasted into a later note counts once; a short sentence may be said again', () => {
    const { notes } = attribute(
      [
        note('notes/a.md', { date: '2026-03-02' }, [{}], said([call[0]!, 'Too expensive.'])),
        note('notes/b.md', { date: '2026-04-02' }, [{}], said([call[0]!, 'Too expensive.'])),
      ],
      plain,
    )
    expect(notes[1]?.statements.map((s) => s.repeated)).toEqual([true, false])
  })
})

test('only accepted signals that the customer said are evidence', () => {
  const { evidence } = attribute(
    [
      note(
        'notes/a.md',
        {},
        [{}],
        [
          { text: 'We lose two days a month.', tag: 'job' },
          { text: 'Nice weather today in Leeds.', tag: 'none' },
          { text: 'Perhaps it is too dear for us.', tag: 'objection', accepted: false },
          { text: 'You pay per seat and month.', tag: 'budget', side: 'seller' },
        ],
      ),
    ],
    plain,
  )
  expect(evidence.map((e) => e.statement.tag)).toEqual(['job'])
})

describe('laws', () => {
  const names = fc.constantFrom('Maria Lopez', 'Maria', 'M. Lopez', 'Jo Chen', 'Chen', 'Sam Reed', 'Dr. Ana Ruiz')
  const person = fc.record({
    name: names,
    title: fc.constantFrom(null, 'CFO', 'IT Manager', 'Driver', 'Head of Sales'),
    side: fc.constantFrom('customer' as const, 'seller' as const, 'unknown' as const),
    role: fc.constantFrom('unknown' as const, 'user' as const, 'budget-holder' as const),
    roleConfidence: fc.constantFrom(1, 0.7, 0.4),
  })
  const said = fc.record({
    text: fc.constantFrom(
      'We lose two days a month to retyping.',
      'Too expensive.',
      'It has to run in our own cloud or we stop.',
      'Hello there.',
    ),
    tag: fc.constantFrom('job' as const, 'objection' as const, 'none' as const),
    speaker: names,
  })
  const head = fc.record({
    account: fc.constantFrom(null, 'Acme', 'ACME GmbH', 'acme.com', 'Acme Tools', 'Brill & Co'),
    date: fc.constantFrom(null, '2026-01-05', '2026-02-05'),
  })
  const notes = fc
    .array(
      fc.tuple(
        head,
        fc.uniqueArray(person, { selector: (p) => p.name, maxLength: 3 }),
        fc.array(said, { maxLength: 4 }),
      ),
      { maxLength: 6 },
    )
    .map((all) => all.map(([h, people, texts], at) => note(`notes/${at}.md`, h, people, texts)))

  test('attributing again changes nothing', () => {
    fc.assert(
      fc.property(notes, (given) => {
        const once = attribute(given, plain)
        // Under a configuration of its own, since the outcome for this one is remembered.
        const again = attribute(once.notes, config())
        expect(again).toEqual(once)
        // What does not change is not copied: an archive is held in memory once.
        for (const [at, one] of again.notes.entries()) expect(one).toBe(once.notes[at])
      }),
      { numRuns: 1000 },
    )
  }, 120_000)

  test('the order of notes changes nothing', () => {
    fc.assert(
      fc.property(notes, (given) => {
        const there = attribute(given, plain)
        const back = attribute(given.toReversed(), plain)
        expect(back.notes.toReversed()).toEqual(there.notes)
        expect(back.evidence).toEqual(there.evidence)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)
})
