import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/analyze/sentences.ts'
import { prepare, said } from './prepare.ts'

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))
const note = (body: string): string =>
  `---\ndate: 2026-03-02\nparticipants: Maria Lopez (CFO), Tom Keane (IT Manager)\nus: Sam Reed (AE)\n---\n\n${body}\n`

describe('sentences', () => {
  it.each([
    [['It is too dear.', 'We pay 1.4 M today, approx. 1,900 a seat.']],
    [['They saw us vs. Acme at 10.30 a.m. on Tuesday.']],
    [['Dr. Lopez signs.', 'Mr. Keane does not.']],
    [['raised $11.5M, Lux + angels.', 'on Brex today for cards.']],
    [['"Who signs?" he asked.', 'Nobody knew.']],
    [['Well... it depends.', 'Ask Tom!']],
    [['It has to work (e.g. with SAP. and Oracle.) from day one.']],
    [['Growth of 3.', 'Next year 5.']],
    [['see sec. 5.6 of the letter']],
  ])('%j', (expected) => {
    expect(cut(expected.join(' '))).toEqual(expected)
  })
})

describe('statements', () => {
  it('are sentences, bullets, cells and turns, each with its line, block and headings', () => {
    const { statements } = prepare(
      note(
        '# Call\n\n## Pain\n\nTwo things. Both hurt.\n\n- no SSO\n  - not even SAML\n- [ ] Sam: send the deck\n\n| Who | Said |\n|---|---|\n| Maria | too dear |\n\n> It never worked.\n',
      ),
    )
    expect(statements.map((one) => [one.line, one.block, one.text, one.headings.join(' / ')])).toEqual([
      [11, 'paragraph', 'Two things.', 'Call / Pain'],
      [11, 'paragraph', 'Both hurt.', 'Call / Pain'],
      [13, 'bullet', 'no SSO', 'Call / Pain'],
      [14, 'bullet', 'not even SAML', 'Call / Pain'],
      [15, 'task', 'send the deck', 'Call / Pain'],
      [19, 'cell', 'too dear', 'Call / Pain / Said'],
      [21, 'quote', 'It never worked.', 'Call / Pain'],
    ])
  })

  it('leave out code, HTML and the heads of mails', () => {
    const body =
      '```\ncode here\n```\n\n<div>html</div>\n\nFrom: Maria Lopez\nTo: Sam Reed\nSubject: price\n\nIt is too dear.\n'
    expect(said(note(body))).toEqual(['Maria Lopez: It is too dear.'])
  })

  it('join lines that were wrapped by hand, and only those', () => {
    const wrapped =
      'We have looked at this for two years now and nobody in the house\nwants to be the one who signs it, because the last one who did so\nis no longer here and everybody remembers that.\n'
    expect(prepare(wrapped).statements.map((one) => [one.line, one.endLine])).toEqual([[1, 3]])
    expect(prepare('no sso\nno audit log\npricey for us\n').statements).toHaveLength(3)
  })

  it.each([
    ['- #objection it is too dear', 'objection', 'it is too dear'],
    ['- it is too dear #objection', 'objection', 'it is too dear'],
    ['It has to do DATEV. #criterion', 'criterion', 'It has to do DATEV.'],
    ['- [budget] 80k from the CRM line', 'budget', '80k from the CRM line'],
    ['- we want Sundays back (job)', 'job', 'we want Sundays back'],
    ['- (none) nice weather', 'none', 'nice weather'],
    ['- #objections-list stays', null, '#objections-list stays'],
  ])('%s', (line, tag, text) => {
    expect(prepare(note(line)).statements[0]).toMatchObject({ explicit: tag, text })
  })
})

describe('speakers', () => {
  it.each([
    ['bold label with a title', '**Maria Lopez (CFO):** It is too dear.'],
    ['plain label', 'Maria: It is too dear.'],
    ['time before the label', '[00:12:31] Maria: It is too dear.'],
    ['time inside the bold', '**[02:10] Maria:** It is too dear.'],
    ['label on its own line, time behind', 'Maria Lopez  00:12\nIt is too dear.'],
    ['label on its own line, time in brackets', 'Maria Lopez (00:01:02):\nIt is too dear.'],
    ['voice tag', '<v Maria Lopez>It is too dear.</v>'],
    ['initials', 'ML: It is too dear.'],
    ['role', 'Prospect: It is too dear.'],
    ['bold name and dash', '**Maria** – It is too dear.'],
    ['group heading', '## Maria (CFO)\n\n- It is too dear.'],
    ['group line', 'Maria (CFO):\n- It is too dear.'],
    ['parent bullet', '- Maria\n  - It is too dear.'],
    ['quote with its owner below', '> It is too dear.\n> — Maria Lopez'],
    ['mail', 'From: Maria Lopez\nTo: Sam Reed\n\nIt is too dear.'],
    ['column of a table', '| Who | Said |\n|---|---|\n| Maria | It is too dear. |'],
  ])('%s', (_, body) => {
    expect(said(note(body))).toEqual(['Maria Lopez: It is too dear.'])
  })

  it.each([
    ['"It never worked" (Tom, after the demo)', 'Tom Keane'],
    ['Tom said the old one never worked.', 'Tom Keane'],
    ['Maria says that Tom wants it gone.', 'Tom Keane'],
    ['too dear for a firm of this size', 'Maria Lopez'],
  ])('in prose: %s', (line, speaker) => {
    expect(prepare(note(`- ${line}`)).statements[0]?.speaker).toBe(speaker)
  })

  it('he and she are the last one whom the word fits', () => {
    expect(said(note('Maria was late. Tom had the figures. She has no budget. He wants SSO.'))).toEqual([
      'Maria Lopez: Maria was late.',
      'Tom Keane: Tom had the figures.',
      'Maria Lopez: She has no budget.',
      'Tom Keane: He wants SSO.',
    ])
  })

  it('what we say is ours, what our notes say of the customer is his', () => {
    const { statements } = prepare(note('**Sam:** We can do that.\n\n**Maria:** Good.\n\nShe has 80k for it.'))
    expect(statements.map((one) => one.side)).toEqual(['seller', 'customer', 'customer'])
  })

  it('questions are the interviewer’s, answers the person’s of the heading', () => {
    expect(said(note('## Tom Keane, IT\n\n**Q: What hurts?**\n\nThe nights.\n\n**Q: And then?**\n\nI leave.'))).toEqual(
      ['Sam Reed: What hurts?', 'Tom Keane: The nights.', 'Sam Reed: And then?', 'Tom Keane: I leave.'],
    )
  })
})

describe('labels of chats and transcripts', () => {
  const speakers = (body: string): (string | null)[] => prepare(`${body}\n`).statements.map(({ speaker }) => speaker)

  it.each([
    [
      'brackets',
      '[Maria] It hurts.\n[Oleander Fitch] Every day.\n[Oleander Fitch] Since May.',
      ['Maria', 'Oleander Fitch', 'Oleander Fitch'],
    ],
    ['a bar', 'Maria | It hurts.\nPeter | Every day.', ['Maria', 'Peter']],
    ['bold and a time', '**Maria** 10:02 It hurts.\n**Peter** 10:03 Every day.', ['Maria', 'Peter']],
    [
      'a day and a time',
      '[02/04/26, 10:02] Maria Lund: It hurts.\n[02/04/26, 10:03] Peter Ash: Every day.',
      ['Maria Lund', 'Peter Ash'],
    ],
    [
      'a time above',
      '[17/02 10:02] Maria Lund\nIt hurts.\n[17/02 10:04] Peter Ash\nEvery day.',
      ['Maria Lund', 'Peter Ash'],
    ],
    ['small letters', '[10:02] maria: it hurts\n[10:03] peter: every day', ['Maria', 'Peter']],
    [
      'initials and a dash',
      'GE - It hurts.\nWB - Every day.\nGE - Since May.\nWB - Since June.',
      ['GE', 'WB', 'GE', 'WB'],
    ],
    [
      'a rule between mails',
      '--- 9 Feb, Maria Lund ---\nIt hurts.\n--- 10 Feb, Peter Ash ---\nEvery day.',
      ['Maria Lund', 'Peter Ash'],
    ],
  ])('%s', (_, body, expected) => {
    expect(speakers(body)).toEqual(expected)
  })

  it('name people in a column', () => {
    const { people } = prepare('| Who | What |\n|---|---|\n| Colette | It hurts |\n| Cllr Tapsell | Every day |\n')
    expect(people.map(({ name }) => name)).toEqual(['Colette', 'Tapsell'])
  })
})

describe('who is reported', () => {
  const line = (text: string) => prepare(note(text)).statements.map(({ speaker }) => speaker)

  it('also with a form of address', () => {
    expect(line('- Maria wants it.\n- Mr Keane asked for a pilot.\n- otherwise Keane stops it')).toEqual([
      'Maria Lopez',
      'Tom Keane',
      'Tom Keane',
    ])
  })

  it('in the entry of a log, whom its first line names', () => {
    expect(line('Maria wants it.\n\n12 Mar | call with Tom Keane\n\nIt takes three days a month.').at(-1)).toBe(
      'Tom Keane',
    )
  })

  it('not whom a line names that begins with a year, as no entry of a log begins there', () => {
    expect(line("Maria wants it.\n\n'23 was on her watch, reckons Keane brings it up\n\nno leave since")).toEqual([
      'Maria Lopez',
      'Maria Lopez',
      'Maria Lopez',
    ])
  })

  it('not the sender of a mail behind its signature, where the next entry of a log begins', () => {
    const mail = 'From: Maria Lopez\nTo: Ann Bell\nSubject: terms\n\nWe pay after 60 days.\n\nRegards, Maria\n\n'
    expect(line(`${mail}**03/04 - Call logged** Tom Keane\nThe old box must be read as well.`).at(-1)).toBe('Tom Keane')
  })

  it('is nobody once a list has gone on without a name', () => {
    const list = '- Tom Keane hates the phone tree.\n- Maria Lopez signs.\n- Olga Brandt runs the depot.\n'
    const more = '- no leave since May\n- the old contract ends in June\n- cloud is fine'
    expect(line(list + more).at(-1)).toBeNull()
  })

  it('is nobody of two who share a heading', () => {
    expect(line('## 14/04 meeting, Tom Keane + Maria Lopez\n\n- support at night').at(-1)).not.toBe('Tom Keane')
  })

  it('is who is named behind a quotation of several sentences, word for word', () => {
    const { statements } = prepare(note('Maria wants it.\n\n> "You were lucky. It was noise." — Tom Keane'))
    expect(statements.slice(1, 3).map(({ speaker, direct }) => [speaker, direct])).toEqual([
      ['Tom Keane', true],
      ['Tom Keane', true],
    ])
  })
})
