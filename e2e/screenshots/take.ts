import { type Browser, chromium, type Page } from '@playwright/test'
import { demoPassword, people } from '../../server/src/demo/people.ts'
import { startProcess } from '../server.ts'

/** Takes the pictures of the README from the demo workspace: `npm run screenshots`. */
const folder = import.meta.dirname
const server = await startProcess({}, ['--demo'])
const root = process.getuid?.() === 0
const browser = await chromium.launch({
  ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
  args: [...(root ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run'],
})
try {
  const wide = await signedIn(browser, { width: 1280, height: 800 }, 'light')
  await wide.screenshot({ path: `${folder}/home.png` })
  await openDocument(wide)
  await wide.getByRole('list', { name: 'Likely questions' }).getByRole('button').first().waitFor()
  await wide.screenshot({ path: `${folder}/questions.png` })
  await wide.getByRole('tab', { name: /Comments/ }).click()
  await wide.getByRole('article', { name: /by Aiko Tanaka/ }).waitFor()
  await wide.screenshot({ path: `${folder}/comments.png` })
  const narrow = await signedIn(browser, { width: 390, height: 844 }, 'dark')
  await openDocument(narrow)
  await narrow.screenshot({ path: `${folder}/narrow.png` })
} finally {
  await browser.close()
  await server.dispose()
}

async function signedIn(
  from: Browser,
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const context = await from.newContext({
    baseURL: server.url,
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('Email').fill(people.nora.email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: /Keep attachments/ }).waitFor()
  return page
}

async function openDocument(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Keep attachments/ }).click()
  await page.getByRole('textbox', { name: 'Document text' }).waitFor()
  await page.getByRole('status', { name: 'Save state' }).getByText('Saved').waitFor()
}
