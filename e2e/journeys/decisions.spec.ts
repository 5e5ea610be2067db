import type { Page } from '@playwright/test'
import { expect, expectAccessible, newDocument, openSame, type Someone, saved, test, text } from '../world.ts'

const openReview = (page: Page) => page.getByRole('tab', { name: /^Review/ }).click()

/** Writes a document, has it approved, and publishes the outcome. Gives the page of its decision. */
async function decide({ page }: Someone, approver: Someone, title: string): Promise<void> {
  await newDocument(page, title, 'Blank')
  await text(page).click()
  await page.keyboard.type('## Context\nDisks lie.')
  await saved(page)
  await openReview(page)
  await page.getByRole('button', { name: 'Start a review' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Approvers' }).fill(approver.name)
  await page.getByRole('option', { name: approver.name }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Start the review' }).click()
  await expect(dialog).toHaveCount(0)
  await openSame(approver.page, page)
  await openReview(approver.page)
  await approver.page.getByRole('button', { name: 'Approve', exact: true }).click()
  const verdict = approver.page.getByRole('form', { name: 'Approve' })
  await verdict.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  const form = page.getByRole('form', { name: 'Accept' })
  await form.getByLabel('The decision and its reason').fill('It finds what disks do.')
  await form.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('link', { name: 'Read the record' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
}

test('decisions are numbered and kept, and one that is superseded says so first', async ({ world }) => {
  // Two documents are written and decided by two people.
  test.slow()
  const olivia = await world.owner()
  const rita = await world.invited(olivia, 'Rita Reviewer')
  const { page } = olivia
  await decide(olivia, rita, 'One checksum for each file')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/-1 · /)
  await decide(olivia, rita, 'A checksum on every page')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/-2 · /)
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('It finds what disks do.')

  await page.getByRole('button', { name: 'Link another decision' }).click()
  await page.getByRole('combobox', { name: 'Which one' }).click()
  await page.getByRole('option', { name: /One checksum/ }).click()
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Among other decisions' })).toContainText('One checksum')
  await expectAccessible(page)

  await page.getByRole('link', { name: /One checksum/ }).click()
  await expect(page.getByRole('note')).toContainText(/^Superseded by .*-2\./)
  await expectAccessible(page)
  // The document it was taken on says so too, before its text.
  await page.getByRole('link', { name: 'Open the document' }).click()
  await expect(page.getByRole('note')).toContainText(/^Superseded by .*-2\./)
  await expect(page.getByRole('region', { name: 'Document', exact: true })).toContainText('superseded')
  await expectAccessible(page)
  await page.goto('/decisions')
  await expect(page.getByRole('row', { name: /Superseded by .*One checksum/ })).toBeVisible()
  await page.getByLabel('State').selectOption('accepted')
  await expect(page.getByRole('row', { name: /One checksum/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /A checksum on every page/ })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
})
