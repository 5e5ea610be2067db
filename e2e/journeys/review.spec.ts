import type { Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  newDocument,
  openSame,
  type Someone,
  saved,
  selectWords,
  test,
  text,
} from '../world.ts'

const openReview = (page: Page) => page.getByRole('tab', { name: /^Review/ }).click()
const missing = (page: Page) => page.getByRole('list', { name: 'Still missing' })
const concern = (page: Page) => page.getByRole('article', { name: 'Concern: Recovery takes too long' })

/** Presses a button that asks for something, fills it in, and sends it. */
async function act(
  page: Page,
  name: string,
  fields: Record<string, string> = {},
  from = 'button',
): Promise<void> {
  await page.getByRole(from === 'menuitem' ? 'menuitem' : 'button', { name, exact: true }).click()
  const form = page.getByRole('form', { name, exact: true })
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value)
  await form.getByRole('button', { name, exact: true }).click()
  await expect(form).toHaveCount(0)
}

test('an RFC goes from draft to accepted with three people, a concern and an edit after an approval', async ({
  world,
}) => {
  // Three people in three browsers do some forty things.
  test.slow()
  const olivia = await world.owner()
  const rita = await world.invited(olivia, 'Rita Reviewer')
  const sam = await world.invited(olivia, 'Sam Skeptic')
  const { page } = olivia
  await newDocument(page, 'A log-structured store', 'Blank')
  await text(page).click()
  await page.keyboard.type('## Summary\nWrites go to one log and are durable after one flush.')
  await saved(page)

  await openReview(page)
  await page.getByRole('button', { name: 'Start a review' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /^standard/i })).toBeChecked()
  await expectAccessible(page)
  for (const { name } of [rita, sam]) {
    await dialog.getByRole('combobox', { name: 'Approvers' }).fill(name)
    await page.getByRole('option', { name }).click()
  }
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Start the review' }).click()
  await expect(page.getByText(/Accepted when every approver has approved/)).toBeVisible()
  await expect(missing(page)).toContainText('Rita Reviewer')
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled()

  await openSame(rita.page, page)
  await openReview(rita.page)
  await act(rita.page, 'Approve')
  await expect(rita.page.getByText('You approved this text.')).toBeVisible()
  await expect(missing(page)).not.toContainText('Rita Reviewer')

  await openSame(sam.page, page)
  await expect(text(sam.page)).toContainText('durable after one flush')
  await openReview(sam.page)
  await selectWords(sam.page, 'durable after one flush')
  await act(sam.page, 'Raise a concern', {
    'The concern in a few words': 'Recovery takes too long',
    'Why it has to be answered': 'Reading the whole log takes an hour.',
  })
  await expect(concern(page)).toContainText('durable after one flush')
  await expect(missing(page)).toContainText('Restate the concern')
  await expectAccessible(page)

  await act(page, 'Restate it', {
    'The concern in your own words': 'After a crash nobody can write for an hour.',
  })
  await concern(sam.page).getByRole('button', { name: 'Yes, that is the concern' }).click()
  await act(page, 'Propose a resolution', {
    'The answer': 'A checkpoint every minute.',
    'Why that answers it': 'Only a minute of the log is read.',
  })
  await concern(sam.page).getByRole('button', { name: 'Yes, that answers it' }).click()
  await expect(page.getByRole('list', { name: 'Closed concerns' })).toContainText(
    'A checkpoint every minute.',
  )
  await act(sam.page, 'Approve')
  await expect(page.getByText('Nothing. The outcome can be published.')).toBeVisible()

  // What everybody approved is not what stands there now.
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' A checkpoint is written every minute.')
  await saved(page)
  for (const { page: theirs } of [rita, sam] satisfies Someone[]) {
    await expect(theirs.getByText('The text has changed since you approved it.')).toBeVisible()
    await act(theirs, 'Approve')
  }
  await expect(page.getByText('Nothing. The outcome can be published.')).toBeVisible()
  await act(page, 'Accept', {
    'The decision and its reason': 'One log, one flush, a checkpoint every minute.',
  })
  await expect(page.getByRole('region', { name: 'Document' }).getByText('accepted')).toBeVisible()
  await expect(rita.page.getByRole('region', { name: 'Outcome' })).toContainText('One log, one flush')
  await rita.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(rita.page)
})
