import {
  expect,
  newDocument,
  openSame,
  type Someone,
  saved,
  selectWords,
  share,
  test,
  text,
} from '../world.ts'

/** The words that are marked in someone's text; a cursor within them may part them in two. */
const marked = (someone: Someone) =>
  text(someone.page)
    .locator('[data-thread]')
    .evaluateAll(marks => marks.map(mark => mark.textContent).join(''))

test('a reviewer asks about a passage, both see the answer at once, and the thread stays on its words', async ({
  world,
}) => {
  const olivia = await world.owner()
  const rita = await world.invited(olivia, 'Rita Reviewer')
  await newDocument(olivia.page, 'A log-structured store', 'Blank')
  await text(olivia.page).click()
  await olivia.page.keyboard.type('Writes are durable after one flush of the log.')
  await saved(olivia.page)
  await share(olivia.page, rita.name)

  await openSame(rita.page, olivia.page)
  await expect(text(rita.page)).toContainText('one flush of the log')
  await selectWords(rita.page, 'durable after one flush')
  await rita.page.keyboard.press('Control+Alt+m')
  await rita.page.getByText('Question', { exact: true }).click()
  await rita.page
    .getByRole('textbox', { name: 'Comment' })
    .fill('Durable against what: a crash, or a lost disk?')
  await rita.page.keyboard.press('Control+Enter')

  await olivia.page.getByRole('tab', { name: /Comments/ }).click()
  const thread = olivia.page.getByRole('article', { name: /Question by Rita Reviewer/ })
  await expect(thread).toContainText('Durable against what')
  await expect.poll(() => marked(olivia)).toBe('durable after one flush')

  // Before it, around it and inside it.
  await text(olivia.page).click()
  await olivia.page.keyboard.press('Control+Home')
  await olivia.page.keyboard.type('In short: ')
  await expect.poll(() => marked(olivia)).toBe('durable after one flush')
  await selectWords(olivia.page, 'one flush')
  await olivia.page.keyboard.press('ArrowLeft')
  await olivia.page.keyboard.type('exactly ')
  await expect.poll(() => marked(olivia)).toBe('durable after exactly one flush')
  await saved(olivia.page)
  await expect.poll(() => marked(rita)).toBe('durable after exactly one flush')

  await thread.getByRole('button', { name: 'Reply' }).click()
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Against a crash. I will say so.')
  await olivia.page.keyboard.press('Control+Enter')
  const hers = rita.page.getByRole('article', { name: /Question by Rita Reviewer/ })
  await expect(hers).toContainText('Against a crash.')
  await hers.getByRole('button', { name: 'Resolve' }).click()
  for (const { page } of [olivia, rita]) {
    await expect(page.getByRole('list', { name: 'Open threads' })).toHaveCount(0)
    await expect(page.getByRole('list', { name: 'Resolved' })).toContainText('Resolved by Rita Reviewer')
  }
})

test('a reviewer can read and select, but the text does not take what they type', async ({ world }) => {
  const olivia = await world.owner()
  const rita = await world.invited(olivia, 'Rita Reviewer')
  await newDocument(olivia.page, 'Read me', 'Blank')
  await text(olivia.page).click()
  await olivia.page.keyboard.type('Only authors write here.')
  await saved(olivia.page)
  await share(olivia.page, rita.name)
  await openSame(rita.page, olivia.page)
  await expect(text(rita.page)).toContainText('Only authors write here.')
  await text(rita.page).click()
  await rita.page.keyboard.type('Not so. ')
  await expect(text(rita.page)).toHaveText('Only authors write here.')
})
