import { expect, newDocument, saved, test, text } from '../world.ts'

test('a reviewer asks about a passage, and the thread stays on its words', async ({ world }) => {
  const olivia = await world.owner()
  const rita = await world.invited(olivia, 'Rita Reviewer')
  await newDocument(olivia.page, 'A log-structured store', 'Blank')
  await text(olivia.page).click()
  await olivia.page.keyboard.type('Writes are durable after one flush of the log.')
  await saved(olivia.page)

  await olivia.page.getByRole('button', { name: 'Share' }).click()
  await olivia.page
    .getByRole('dialog')
    .getByRole('combobox', { name: 'Rita Reviewer' })
    .selectOption('commenter')
  await olivia.page.keyboard.press('Escape')

  await rita.page.goto(new URL(olivia.page.url()).pathname)
  await expect(text(rita.page)).toContainText('one flush of the log')
})
