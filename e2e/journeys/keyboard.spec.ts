import type { Page } from '@playwright/test'
import { emailOf, expect, password, saved, test, text } from '../world.ts'

/** Presses Tab until the focus is on what has this role and name, as a person without a mouse does. */
async function tabTo(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
): Promise<void> {
  const target = page.getByRole(role, { name })
  await expect(target.first()).toBeVisible()
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluateAll(all => all.some(element => element === document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach the ${role} ${name}`)
}

test('by keyboard alone: sign in, create, write, comment, answer and resolve', async ({ world }) => {
  const owner = await world.owner()
  const page = await world.browser()
  await page.goto('/')
  await tabTo(page, 'textbox', 'Email')
  await page.keyboard.type(emailOf(owner.name))
  await tabTo(page, 'textbox', 'Password')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  await tabTo(page, 'button', 'New document')
  await page.keyboard.press('Enter')
  await tabTo(page, 'textbox', 'Title')
  await page.keyboard.type('Written without a mouse')
  await page.keyboard.press('Enter')

  await expect(text(page)).toBeVisible()
  await tabTo(page, 'textbox', 'Document text')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('The first sentence. ')
  await expect(text(page)).toContainText('The first sentence.')
  await saved(page)

  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+Alt+m')
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await page.keyboard.type('Is it the best one?')
  await page.keyboard.press('Control+Enter')
  const thread = page.getByRole('article', { name: new RegExp(`by ${owner.name}`) })
  await expect(thread).toContainText('Is it the best one?')
  await page.keyboard.press('Alt+c')
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await expect(thread.getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await page.keyboard.type('It will do.')
  await page.keyboard.press('Control+Enter')
  await expect(thread).toContainText('It will do.')
  await page.keyboard.press('a')
  await expect(page.getByText(/resolved/i).first()).toBeVisible()
})
