/**
 * How long `personas` takes, cold, warm and after one change, against tools that read the same files in the same run.
 *
 *     npm run bench -- [--sizes 1000,10000,50000] [--runs 5,3,1] [--note "what else ran on the machine"] [--out bench.md]
 *
 * The peers (remark-cli, textlint with one prose rule, alex) are installed into the benchmark's own folder outside the repository; they
 * read the first size alone, in turn with ours: a machine is faster in one minute than in another, and a ratio is told of one round.
 */
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus.mjs'

const BIN = fileURLToPath(new URL('../../bin/personas.js', import.meta.url))
const HOME = join(tmpdir(), 'personas-bench')
const PEERS = ['remark-cli@12', 'textlint@15', 'textlint-rule-write-good@2', 'alex@11']

const COLD = '`personas ingest`, cold'
/** One thread does it all. */
const ALONE = '`personas ingest --jobs 1`, cold'

/** Stages by the function that does them; the innermost on the stack counts. */
const STAGES = [
  ['the encoder', 'encoder/encoder.js', 'encode'],
  ['tagging without it', 'analyze/tag.js', null],
  ['parsing', 'analyze/parse.js', 'parse'],
  ['people and statements', 'analyze/analyze.js', 'prepare'],
  ['pages', 'dist/plan.js', null],
]

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '5,3,1' },
    note: { type: 'string', default: '' },
    out: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(Number)
const runs = values.runs.split(',').map(Number)

mkdirSync(HOME, { recursive: true })
const rows = []
/** Sentences below the table. */
const told = []
if (!values['no-peers']) installPeers()
const start = await median(5, () => measured(HOME, ['-e', '0']))
rows.push(
  row('`node -e 0`', '', start),
  row('`personas --version`', '', await median(5, () => measured(HOME, [BIN, '--version']))),
)
for (const [at, size] of sizes.entries()) {
  const home = corpus(size)
  const times = runs[at] ?? 1
  const cold = [COLD, () => fresh(home)]
  // What a second thread brings is told by the first size; more of them would take hours.
  const beside = [...(values['no-peers'] ? [] : peers(home)), [ALONE, () => fresh(home, '--jobs', '1')]]
  const measures = at === 0 ? [...beside, cold] : [cold]
  const rounds = await inTurn(times, measures)
  for (const [which, [name]] of measures.entries())
    rows.push(row(name, size, middle(rounds.map((round) => round[which]))))
  if (at === 0) for (const [which, [name]] of beside.entries()) told.push(against(name, rounds, which))
  rows.push(row('unchanged, with its cache', size, await median(times, () => ingest(home))))
  rows.push(row('`personas check` in a fresh clone', size, await median(times, () => checked(home))))
  await checked(home, true)
  rows.push(row('`personas check` again, the same day', size, await median(times, () => checked(home, true))))
  rows.push(row('one note changed', size, await median(times, () => changed(home))))
  rows.push(
    row(
      '`personas tag --all`, with its cache',
      size,
      await median(times, () => measured(home, [BIN, 'tag', 'notes', '--all', '--quiet'])),
    ),
  )
}
told.push(shares(join(HOME, `corpus-${sizes[0]}`)))
const text = report()
process.stdout.write(text)
if (values.out) writeFileSync(values.out, text)

function installPeers() {
  writeFileSync(join(HOME, 'package.json'), '{"private":true}\n')
  writeFileSync(join(HOME, '.textlintrc.json'), '{"rules":{"write-good":true}}\n')
  const ran = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...PEERS], {
    cwd: HOME,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (ran.status !== 0) throw new Error('The peers could not be installed; run with --no-peers, or mend the network.')
}

/** @returns {[string, () => ReturnType<typeof measured>][]} name → how it reads the notes of the corpus */
function peers(home) {
  const bin = (name) => {
    const manifest = JSON.parse(readFileSync(join(HOME, 'node_modules', name, 'package.json'), 'utf8'))
    return join(
      HOME,
      'node_modules',
      name,
      typeof manifest.bin === 'string' ? manifest.bin : (manifest.bin[name] ?? manifest.bin.remark),
    )
  }
  const proseRule = ['--config', join(HOME, '.textlintrc.json'), '--rules-base-directory', join(HOME, 'node_modules')]
  return [
    [
      'remark-cli (parse only)',
      () => measured(home, [bin('remark-cli'), 'notes', '--quiet', '--frail', '--no-stdout']),
    ],
    ['textlint, write-good', () => measured(home, [bin('textlint'), ...proseRule, 'notes'])],
    ['alex', () => measured(home, [bin('alex'), 'notes', '--quiet'])],
  ]
}

function corpus(size) {
  const home = join(HOME, `corpus-${size}`)
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home)
  writeCorpus(join(home, 'notes'), size)
  return home
}

function clean(home) {
  for (const name of ['personas', 'cache']) rmSync(join(home, name), { recursive: true, force: true })
}

function fresh(home, ...more) {
  clean(home)
  return ingest(home, ...more)
}

function ingest(home, ...more) {
  return measured(home, [BIN, 'ingest', 'notes', '--quiet', '--now', '2026-11-18', ...more])
}

/** Without what it remembers as CI runs it: pages and notes, and nothing remembered. */
function checked(home, remembers = false) {
  const anew = remembers ? [] : ['--no-cache']
  return measured(home, [BIN, 'check', '--quiet', '--now', '2026-11-18', ...anew])
}

/** Where the time of one thread goes, told by a profile of every millisecond. @returns a line of the report */
function shares(home) {
  const folder = join(home, 'profile')
  rmSync(folder, { recursive: true, force: true })
  const args = ['--cpu-prof', '--cpu-prof-dir', folder, BIN, 'ingest', 'notes', '--quiet', '--now', '2026-11-18']
  clean(home)
  spawnSync(process.execPath, [...args, '--no-cache', '--jobs', '1'], { cwd: home, stdio: 'ignore' })
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stageOf = (id) => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const { url, functionName } = byId.get(at).callFrame
      const stage = STAGES.find(([, file, name]) => url.endsWith(file) && (name === null || name === functionName))
      if (stage) return stage[0]
    }
    return 'the rest'
  }
  const times = new Map()
  for (const [at, id] of samples.entries())
    times.set(stageOf(id), (times.get(stageOf(id)) ?? 0) + (timeDeltas[at] ?? 0))
  const all = [...times.values()].reduce((sum, time) => sum + time, 0)
  const told = [...times].toSorted((a, b) => b[1] - a[1])
  return `Of one thread's time: ${told.map(([name, time]) => `${name} ${Math.round((100 * time) / all)} %`).join(', ')}.`
}

function changed(home) {
  const folder = join(home, 'notes', '00')
  appendFileSync(
    join(folder, readdirSync(folder)[0]),
    `\n**Maria Lopez:** We pay ${Math.floor(performance.now())} a month for the old one.\n`,
  )
  return ingest(home)
}

/** @returns {Promise<{ seconds: number, peak: number }>} wall time, and the most memory in MB (Linux alone) */
function measured(cwd, args) {
  return new Promise((done, fail) => {
    const begin = performance.now()
    const env = { ...process.env, PERSONAS_CACHE_DIR: join(resolve(cwd), 'cache') }
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'ignore'] })
    let peak = 0
    const look = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 50)
    child.on('error', fail)
    child.on('exit', () => {
      clearInterval(look)
      done({ seconds: (performance.now() - begin) / 1000, peak })
    })
  })
}

function memoryOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function median(times, measure) {
  const all = []
  for (let run = 0; run < times; run += 1) all.push(await measure())
  return middle(all)
}

/** @returns of each round what each measure gave, one after the other */
async function inTurn(times, measures) {
  const rounds = []
  for (let run = 0; run < times; run += 1) {
    const round = []
    for (const [, measure] of measures) round.push(await measure())
    process.stderr.write(`round ${run + 1}: ${round.map(({ seconds }) => seconds.toFixed(1)).join(', ')} s\n`)
    rounds.push(round)
  }
  return rounds
}

function middle(runs) {
  return runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)]
}

/** Ours comes last in a round. @returns how many times as long it takes as another, by the rounds */
function against(name, rounds, which) {
  const ratios = rounds.map((round) => round.at(-1).seconds / round[which].seconds).toSorted((a, b) => a - b)
  const [least, most] = [ratios[0], ratios.at(-1)].map((ratio) => ratio.toFixed(2))
  return `${COLD}, against ${name}: ${ratios[Math.floor(ratios.length / 2)].toFixed(2)} × (${least} to ${most} in ${rounds.length} rounds).`
}

/** Said at once: a run takes hours, and may be cut short. */
function row(name, size, { seconds, peak }) {
  process.stderr.write(`${name} ${size}: ${seconds.toFixed(2)} s, ${Math.round(peak)} MB\n`)
  return { name, size, seconds, peak }
}

function report() {
  const first = rows.find(({ name, size }) => name === COLD && size === sizes[0])
  const lines = rows.map(({ name, size, seconds, peak }) => {
    const note = size === '' ? '' : `${((seconds / size) * 1000).toFixed(1)} ms`
    const ratio =
      size === '' ? `${(seconds / start.seconds).toFixed(1)} × node` : `${(seconds / first.seconds).toFixed(2)}`
    return `| ${name} | ${size} | ${seconds.toFixed(2)} s | ${note} | ${ratio} | ${peak > 0 ? `${Math.round(peak)} MB` : ''} |`
  })
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, Node ${process.versions.node}, ${process.platform}`
  return [
    `Measured with \`npm run bench -- --sizes ${values.sizes} --runs ${values.runs}\` (medians) on ${machine}. ${values.note}`.trim(),
    '',
    `| run | notes | time | a note | against cold at ${sizes[0]} | peak memory |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
    ...told,
    ...growth(),
    '',
  ].join('\n')
}

/** Time per note against the first size. */
function growth() {
  const cold = (size) => rows.find((one) => one.name === COLD && one.size === size)
  const [first] = sizes
  return sizes.slice(1).map((size) => {
    const grown = cold(size).seconds / size / (cold(first).seconds / first)
    return `${size} notes: ${grown.toFixed(2)} × the time per note at ${first}.`
  })
}
