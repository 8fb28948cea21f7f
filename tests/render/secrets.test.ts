/** Keys and passwords: each form that is known is taken out whole, and what only resembles one stays. */
import { describe, expect, test } from 'vitest'
import { redactor } from '../../src/render/redact.ts'

const redact = (text: string) => redactor([])(text)
/** Written in parts, so that no scanner of the repository takes an example for a key. */
const of = (...parts: string[]) => parts.join('')
const letters = (count: number) => 'AbCdEfGhIjKlMnOpQrStUvWxYzabcdefghijklmnopqrstuvwxyzAbCdEfGhIj'.slice(0, count)

describe('a key that says by its beginning what it opens', () => {
  test.each([
    ['AWS', of('AK', 'IA', 'ABCDEFGHIJKLMNOP')],
    ['AWS, for a time', of('AS', 'IA', 'ABCDEFGH12345678')],
    ['AWS, bearer', of('AB', 'IA', 'ABCDEFGH12345678')],
    ['AWS, context', of('AC', 'CA', 'ABCDEFGH12345678')],
    ['Google', of('AI', 'za', '-', letters(33), '_')],
    ['GitHub, of a person', of('gh', 'p_', letters(20))],
    ['GitHub, OAuth', of('gh', 'o_', letters(20))],
    ['GitHub, user to server', of('gh', 'u_', letters(20))],
    ['GitHub, server to server', of('gh', 's_', letters(20))],
    ['GitHub, refresh', of('gh', 'r_', letters(20))],
    ['GitHub, fine-grained', of('github', '_pat_', letters(20))],
    ['GitLab', of('gl', 'pat-', letters(19), '_')],
    ['OpenAI', of('sk', '-', letters(16))],
    ['OpenAI, of a project', of('sk', '-proj-', letters(16))],
    ['Anthropic', of('sk', '-ant-', letters(16))],
    ['Stripe, public', of('pk', '_live_', letters(16))],
    ['Stripe, restricted', of('rk', '_test_', letters(16))],
    ['Slack, bot', of('xo', 'xb-', '123456-abc')],
    ['Slack, person', of('xo', 'xp-', '123456-abc')],
    ['npm', of('np', 'm_', letters(36))],
    ['SendGrid', of('S', 'G.', letters(16), '.', letters(16))],
    ['JSON web token', of('ey', 'J', 'abcdefgh', '.ey', 'J', 'abcdefgh', '.', 'sign_-ed')],
    ['JSON web token without a signature', of('ey', 'J', 'abcdefgh', '.ey', 'J', 'abcdefgh', '.')],
  ])('%s', (_, key) => {
    expect(redact(`We use ${key} there`)).toBe('We use [secret] there')
    expect(redact(key)).toBe('[secret]')
  })

  test('the address of a Slack hook', () => {
    expect(redact('post to https://hooks.slack.com/services/T0/B0/abcdefghijklmnop please')).toBe(
      'post to https://[secret] please',
    )
  })

  test.each([
    ['RSA PRIVATE KEY', 'RSA PRIVATE KEY'],
    ['PRIVATE KEY', 'PRIVATE KEY'],
    ['OPENSSH PRIVATE KEY', 'OPENSSH PRIVATE KEY'],
  ])('a block of %s, over its lines, and what stands behind it stays', (begin, end) => {
    const block = of('-----BEGIN ', begin, '-----\nMIIEow IBAAK\n+/xyz==\n', '-----END ', end, '-----')
    expect(redact(`before ${block} and after`)).toBe('before [secret] and after')
  })

  test('two blocks are two, and the words between them stay', () => {
    const block = of('-----BEGIN ', 'PRIVATE KEY-----\nabc\n-----END ', 'PRIVATE KEY-----')
    expect(redact(`${block} and ${block}`)).toBe('[secret] and [secret]')
  })

  test('a block that was cut off ends with the text', () => {
    expect(redact(of('it is -----BEGIN ', 'EC PRIVATE KEY-----\nMHcCAQ'))).toBe('it is [secret]')
  })

  test.each([
    'The task-force-of-three-plants meets again.',
    'It is a risk-management-of-suppliers thing.',
    of('AK', 'IA', 'ABCDEFGHIJKLMNO is too short'),
    of('AK', 'IA', 'ABCDEFGHIJKLMNOPQ is too long'),
    of('X', 'AK', 'IA', 'ABCDEFGHIJKLMNOP'),
    of('AI', 'za', letters(12)),
    of('gh', 'p_', letters(19)),
    of('gh', 'x_', letters(20)),
    of('gl', 'pat-', letters(19)),
    of('github', '_pat_', letters(19)),
    of('xo', 'xb-', '123456-ab'),
    of('np', 'm_', letters(20)),
    of('S', 'G.', letters(15), '.', letters(16)),
    of('S', 'G.', letters(16), '.', letters(15)),
    of('ey', 'J', 'abcdefg', '.ey', 'J', 'abcdefgh', '.'),
    of('ey', 'J', 'abcdefgh', '.ey', 'J', 'abcdefg', '.'),
    of('sk', '-', letters(15)),
    'hooks.slack.com/services/T0 is the way',
    '-----BEGIN CERTIFICATE-----',
  ])('is none: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('a secret that a word before it names', () => {
  test.each([
    ['password: hunter2', 'password: [secret]'],
    ['Password = hunter2!', 'Password = [secret]'],
    ['passwd=hunter2', 'passwd=[secret]'],
    ['the passphrase is correct+horse', 'the passphrase is [secret]'],
    ['pwd: "abc123"', 'pwd: "[secret]"'],
    ["pwd: 'abc123'", "pwd: '[secret]'"],
    ['`token`: abcd1234', '`token`: [secret]'],
    ['api key: abcd12', 'api key: [secret]'],
    ['api_key=abcd12', 'api_key=[secret]'],
    ['api-key → abcd12', 'api-key → [secret]'],
    ['apikey: abcd12', 'apikey: [secret]'],
    ['secretkey: abcd12', 'secretkey: [secret]'],
    ['accesskey: abcd12', 'accesskey: [secret]'],
    ['accesstoken: abcd12', 'accesstoken: [secret]'],
    ['authtoken: abcd12', 'authtoken: [secret]'],
    ['secret: abcd12', 'secret: [secret]'],
    ['secret key is abcd12', 'secret key is [secret]'],
    ['secret_key=abcd12', 'secret_key=[secret]'],
    ['access token: abcd12', 'access token: [secret]'],
    ['access_key: abcd12', 'access_key: [secret]'],
    ['auth-token: abcd12', 'auth-token: [secret]'],
    ['bearer: abcd12', 'bearer: [secret]'],
    ['Passwort: Sommer2026', 'Passwort: [secret]'],
    ['Kennwort: geheimHaus', 'Kennwort: [secret]'],
    ['mot de passe : soleil#1', 'mot de passe : [secret]'],
    ['contraseña: verano22', 'contraseña: [secret]'],
    ['password: hunter2, and the user is dana', 'password: [secret], and the user is dana'],
    ['password: hunter2; go', 'password: [secret]; go'],
    ['password: hunterTwo', 'password: [secret]'],
    ['password: under_score', 'password: [secret]'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test.each([
    'password: abc12', // five signs
    'The password: everybody has one.',
    'Our secret is simplicity, and it works.',
    'The token is expensive.',
    'a mypassword: hunter2 of no kind',
    'password hunter2',
    'The password: Everybody!',
    'the passphrase is half-hearted',
    'The password: l’heure',
    "The password is everyone's.",
  ])('is talk: %s', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('what is taken out already is not taken out twice', () => {
    expect(redact('password: dana@acme.example')).not.toContain('dana')
    expect(redact(of('token: ', 'gh', 'p_', letters(20)))).toBe('token: [secret]')
  })

  test('a bearer token of a request', () => {
    expect(redact('Authorization: Bearer abcd.efgh~ijkl+mnop== sent')).toBe('Authorization: Bearer [secret] sent')
    expect(redact('Bearer of bad news')).toBe('Bearer of bad news')
  })

  test('a name and a password in an address', () => {
    expect(redact('see https://dana:hunter2@crm.example/a and https://crm.example:8080/b')).toBe(
      'see https://[secret]@crm.example/a and https://crm.example:8080/b',
    )
    expect(redact('svn+ssh://dana:x@crm.example/a')).toBe('svn+ssh://[secret]@crm.example/a')
  })
})

describe('a run that is no word', () => {
  test.each([
    '0123456789abcdef0123456789abcdef',
    'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6',
    'A1b2-C3d4_E5f6+A7b8-C9d0_A1b2+C3',
    'abcdefgh-12345678-ijklmnop-qrstuvw',
    '12345678-abcdefgh-12345678-90123456',
    `${'ab1'.repeat(20)}==`,
  ])('%s', (text) => {
    expect(redact(`it is ${text} now`)).toBe('it is [secret] now')
  })

  test.each([
    'ab12cd34ef56ab12cd34ef56ab12cd3', // 31 signs
    'Donaudampfschifffahrtsgesellschaftskapitaen',
    'https://crm.example/ab12cd34ef56ab12cd34ef56ab12cd34',
    'a-long-name-of-a-project-that-ends-with-2026',
    '2026-project-of-the-year-which-goes-on-and-on',
  ])('is none: %s', (text) => {
    expect(redact(text)).toBe(text)
  })
})
