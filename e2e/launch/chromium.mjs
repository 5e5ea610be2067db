import { existsSync } from 'node:fs'
import { node, run } from '../../server/launch/run.mjs'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser the journeys run in: CHROMIUM if set, one that is installed, Playwright's own, a download of it, or,
 * for root on Debian, the distribution's package.
 * @returns {Promise<string>} path of its executable
 */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const find = () =>
    [process.env.CHROMIUM, ...installed, chromium.executablePath()].find(path => path && existsSync(path))
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from the distribution’s packages …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      { env },
    )
    const packaged = find()
    if (packaged) return packaged
  }
  console.log('Downloading Chromium for the browser tests …')
  await run(node, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const downloaded = find()
  if (downloaded) return downloaded
  console.error(
    'No Chromium was found or could be installed. Install Chromium or set CHROMIUM to its path, then run npm test again.',
  )
  process.exit(1)
}
