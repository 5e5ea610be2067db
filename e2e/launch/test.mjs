// npm test: everything that has to hold, in the order in which a failure is cheapest to find.
import { ensureBuilt } from '../../server/launch/build.mjs'
import { ensureInstalled } from '../../server/launch/install.mjs'
import { node, run } from '../../server/launch/run.mjs'

await ensureInstalled()
const { findChromium } = await import('./chromium.mjs')
const bin = path => `node_modules/${path}`

const steps = [
  ['types', [bin('typescript/bin/tsc'), '-b', 'shared', 'server', 'client', 'e2e']],
  ['lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['unit and integration', [bin('vitest/vitest.mjs'), 'run']],
]

const began = Date.now()
for (const [name, args] of steps) await step(name, () => run(node, args))
await step('build', async () => {
  await ensureBuilt()
  return 0
})
const CHROMIUM = await findChromium()
await step('browser journeys', () =>
  run(node, [bin('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts'], {
    env: { ...process.env, CHROMIUM },
  }),
)
console.log(`\nAll checks passed in ${seconds(began)}.`)

async function step(name, work) {
  const start = Date.now()
  console.log(`\n— ${name} —`)
  const code = await work()
  if (code !== 0) {
    console.error(`\nFailed: ${name}. The messages above say what and where.`)
    process.exit(code)
  }
  console.log(`— ${name}: ${seconds(start)} —`)
}

function seconds(start) {
  return `${Math.round((Date.now() - start) / 1000)} s`
}
