import { expect, newDocument, test, text } from '../world.ts'

test('while one writes, the questions a reader would ask appear with who asks and why, and lead to the place', async ({
  world,
}) => {
  const { page } = await world.owner()
  await newDocument(page, 'A log-structured store', 'Blank')
  const questions = page.getByRole('list', { name: 'Likely questions' })
  await text(page).click()
  await page.keyboard.type('## Rollout\nTODO\n## Proposal\n')
  await page.keyboard.type(
    'All writes pass through the QZX before they are acknowledged. The QZX runs on every node.\n',
  )
  await expect(questions).toContainText('QZX')
  const placeholder = questions.getByRole('listitem').filter({ hasText: 'TODO' })
  await expect(placeholder).toContainText('Rollout')

  // The list follows the text: what is answered leaves it.
  await placeholder.getByRole('button').click()
  await expect(text(page).locator('.passage')).toHaveText('TODO')
  await page.keyboard.type('One region a day, the smallest first; the flag goes off to return.')
  await expect(placeholder).toHaveCount(0)
  await expect(questions).toContainText('QZX')
})

test('a template says what is expected, and its empty sections are asked about', async ({ world }) => {
  const { page } = await world.owner()
  await newDocument(page, 'A log-structured store')
  const questions = page.getByRole('list', { name: 'Likely questions' })
  await expect(questions.getByRole('listitem').first()).toContainText('has nothing under it')
  await page.getByRole('button', { name: /more$/ }).click()
  await expect(questions).toContainText('Alternatives')
})
