import type { Page } from '@playwright/test'
import { expect, expectAccessible, newDocument, openSame, type Someone, test } from '../world.ts'

const question = 'Which checksum do we use?'
const proposal = (page: Page) => page.getByRole('article', { name: `Proposal: ${question}` })
const openReview = (page: Page) => page.getByRole('tab', { name: /^Review/ }).click()

async function takeStance({ page }: Someone, position: string, reason = ''): Promise<void> {
  await proposal(page).getByRole('button', { name: 'Take a stance' }).click()
  const form = page.getByRole('form', { name: 'Take a stance' })
  await form.getByRole('radio', { name: position, exact: true }).check()
  if (reason) await form.getByLabel('Reason').fill(reason)
  await form.getByRole('button', { name: 'Take a stance' }).click()
  await expect(form).toHaveCount(0)
}

test('a blind round hides the others until one has answered, and a block is answered by the decider', async ({
  world,
}) => {
  // Two people in two browsers, and a table to look at.
  test.slow()
  const olivia = await world.owner()
  const rita = await world.invited(olivia, 'Rita Reviewer')
  const { page } = olivia
  await newDocument(page, 'Checksums on every page', 'Blank')
  await openReview(page)
  await page.getByRole('button', { name: 'Start a review' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Approvers' }).fill(rita.name)
  await page.getByRole('option', { name: rita.name }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Start the review' }).click()

  await page.getByRole('button', { name: 'Ask for stances on a proposal' }).click()
  const form = page.getByRole('form', { name: 'Ask for stances on a proposal' })
  await form.getByLabel('The question').fill(question)
  await form.getByLabel('Options').fill('CRC32C\nBLAKE3')
  await form.getByRole('button', { name: 'Ask for stances on a proposal' }).click()
  await expect(proposal(page)).toContainText('Round 1, blind')

  await openSame(rita.page, page)
  await openReview(rita.page)
  await takeStance(rita, 'block', 'CRC32C misses what our disks do.')
  await expect(proposal(page)).toContainText('hidden until you have taken your own stance')
  await page.getByRole('button', { name: 'Alignment map' }).click()
  const map = page.getByRole('dialog', { name: 'Alignment map' })
  await expect(map.getByRole('row', { name: /Rita Reviewer/ })).toContainText('Answered, hidden')
  await expect(map).not.toContainText('misses what our disks do')
  await page.keyboard.press('Escape')

  await takeStance(olivia, 'support')
  await page.getByRole('button', { name: 'Alignment map' }).click()
  await expect(map.getByRole('row', { name: /Rita Reviewer/ })).toContainText('misses what our disks do')
  await expect(map.getByRole('row', { name: /Together/ })).toContainText('1 support, 1 block')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await proposal(page)
    .getByRole('button', { name: `More about “${question}”` })
    .click()
  await page.getByRole('menuitem', { name: 'Close the round' }).click()
  await proposal(page).getByRole('button', { name: 'Write the outcome' }).click()
  const outcome = page.getByRole('form', { name: 'Write the outcome' })
  await outcome.getByRole('radio', { name: 'CRC32C' }).check()
  await outcome.getByLabel('The outcome and why').fill('It is the fastest, and pages are small.')
  const send = outcome.getByRole('button', { name: 'Write the outcome' })
  await expect(send).toBeDisabled()
  await outcome.getByLabel('Answer to Rita Reviewer, who blocks').fill('We measure it in the first month.')
  await send.click()
  await expect(proposal(rita.page)).toContainText('To you, who blocked: We measure it in the first month.')
  await expectAccessible(rita.page)
})
