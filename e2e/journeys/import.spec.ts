import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../server.ts'
import { expect, saved, test, text, words } from '../world.ts'

/** Real documents, kept beside the repository where there are any. */
const documents = join(root, '../shared/forecast/docs')

for (const name of ['kep-1452', 'rust-3626']) {
  const path = join(documents, `${name}.md`)
  test(`${name}.md comes in whole (skipped where the real documents are not kept)`, async ({ world }) => {
    test.skip(!existsSync(path), `${path} is not there`)
    const { page } = await world.owner()
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import Markdown' }).click()
    await (await chosen).setFiles(path)
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
    const open = page.getByRole('dialog').getByRole('button', { name: 'Open document' })
    await expect(text(page).or(open)).toBeVisible()
    if (await open.isVisible()) await open.click()
    await saved(page)

    const source = readFileSync(path, 'utf8')
    const shown = await words(page)
    const title = await page.getByRole('heading', { level: 1 }).first().innerText()
    for (const heading of source.replace(/```[\s\S]*?```/g, '').matchAll(/^#+\s+(.+?)\s*#*$/gm)) {
      expect(`${title}\n${shown}`).toContain(heading[1]?.replace(/[`*]/g, ''))
    }
    const fences = [...source.matchAll(/^(```|~~~)\w*\n([\s\S]*?)^\1/gm)].map(([, , code = '']) =>
      code.trimEnd(),
    )
    for (const code of fences) expect(shown).toContain(code)
    expect(await text(page).locator('pre').count()).toBeGreaterThanOrEqual(fences.length)
    const targets = [...source.matchAll(/\]\((https?:[^)\s]+)/g)].map(([, target]) => target)
    const links = await text(page)
      .getByRole('link')
      .evaluateAll(all => all.map(link => link.getAttribute('href')))
    for (const target of targets) expect(links).toContain(target)
  })
}

test('a file that is too large is refused whole, with a sentence that says so', async ({ world }) => {
  const { page } = await world.owner()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import Markdown' }).click()
  const line = 'A sentence that is repeated many times over.\n'
  await (await chosen).setFiles({
    name: 'large.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(line.repeat(Math.ceil(5_000_000 / line.length))),
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Nothing was imported')
})

test('scripts in a file are never run and leave a notice', async ({ world }) => {
  const { page } = await world.owner()
  const alarms: string[] = []
  page.on('dialog', dialog => {
    alarms.push(dialog.message())
    void dialog.dismiss()
  })
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import Markdown' }).click()
  const markdown = [
    '# Hostile',
    'Before <script>alert(1)</script> after.',
    '<img src=x onerror="alert(2)">',
    '[a link](javascript:alert(3))',
    '<iframe src="javascript:alert(4)"></iframe>',
    '<svg onload="alert(5)"></svg>',
  ].join('\n\n')
  await (await chosen).setFiles({
    name: 'hostile.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(markdown),
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open document' }).click()
  await expect(text(page)).toContainText('Before')
  await expect(text(page)).toContainText('a link')
  expect(
    await text(page).locator('script, iframe, svg[onload], [onerror], a[href^="javascript"]').count(),
  ).toBe(0)
  expect(alarms).toEqual([])
})
