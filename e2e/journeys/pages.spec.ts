import { expect, expectAccessible, newDocument, saved, selectWords, test, text } from '../world.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page passes axe in the ${colorScheme} scheme, wide and narrow`, async ({ world }) => {
    const { page } = await world.owner()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const check = async () => {
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await expectAccessible(page)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    await check()
    await page.getByRole('button', { name: 'New document' }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check()
    await newDocument(page, 'A page to look at')
    await page.keyboard.type('## Code\n```\nconst answer = 42\n')
    await saved(page)
    await check()
    await selectWords(page, 'answer')
    await page.keyboard.press('Control+Alt+m')
    await page.getByRole('textbox', { name: 'Comment' }).fill('Why 42?')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('article').first()).toBeVisible()
    await check()
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check()
    for (const path of ['/people', '/archive', '/nowhere', '/d/aaaaaaaaaaaaaaaa']) {
      await page.goto(path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await check()
    }
    await page.goto('/')
    await page
      .getByRole('link', { name: /Storage/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Storage' })).toBeVisible()
    await check()
    await page.getByRole('link', { name: 'Space settings and members' }).click()
    await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
    await check()
  })
}

test('the pages before one is signed in pass axe', async ({ world }) => {
  const first = await world.browser()
  await first.goto('/')
  await expect(first.getByLabel('Your name')).toBeVisible()
  await expectAccessible(first)
  await world.owner()
  const page = await world.browser()
  for (const path of ['/sign-in', '/join/nobody-was-invited-with-this']) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('an unknown document says so and offers a way on', async ({ world }) => {
  const { page } = await world.owner()
  await page.goto('/d/aaaaaaaaaaaaaaaa')
  await expect(page.getByRole('main')).toContainText(/not shared with you/)
  await expect(text(page)).toHaveCount(0)
  await expect(page.getByRole('link', { name: /documents/i }).first()).toBeVisible()
})
