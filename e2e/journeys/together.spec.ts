import { emailOf, expect, newDocument, openSame, password, saved, test, text, words } from '../world.ts'

test('two people write one document, lose the server in mid-sentence, and lose no word', async ({
  world,
}) => {
  const olivia = await world.owner()
  const ben = await world.invited(olivia, 'Ben Builder')
  await newDocument(olivia.page, 'A log-structured store')
  await openSame(ben.page, olivia.page)
  await expect(text(ben.page)).toBeVisible()

  // Each in a section of their own, both at once.
  const [summary, motivation] = [olivia.page, ben.page].map((page, index) =>
    text(page).getByRole('heading').nth(index),
  )
  await summary?.click()
  await olivia.page.keyboard.press('End')
  await olivia.page.keyboard.press('Enter')
  await motivation?.click()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.press('Enter')
  await Promise.all([
    olivia.page.keyboard.type('Writes go to the end of a log. ', { delay: 15 }),
    ben.page.keyboard.type('Random writes wear the disk out. ', { delay: 15 }),
  ])
  await expect(text(olivia.page)).toContainText('Random writes wear the disk out.')
  await expect(text(ben.page)).toContainText('Writes go to the end of a log.')
  await Promise.all([saved(olivia.page), saved(ben.page)])

  // The server dies while both type; what was shown as saved is on disk, the rest waits in the browsers.
  const typing = Promise.all([
    olivia.page.keyboard.type('Compaction runs in the background. ', { delay: 20 }),
    ben.page.keyboard.type('Readers never wait for it. ', { delay: 20 }),
  ])
  await expect(text(ben.page)).toContainText('Compaction')
  await world.server.kill()
  await typing
  await expect(olivia.page.getByRole('status', { name: 'Save state' })).toHaveText(/Offline/)
  await world.server.start()
  await Promise.all([saved(olivia.page), saved(ben.page)])
  for (const page of [olivia.page, ben.page]) {
    await expect(text(page)).toContainText('Compaction runs in the background.')
    await expect(text(page)).toContainText('Readers never wait for it.')
  }
  expect(await words(olivia.page)).toBe(await words(ben.page))

  const fresh = await world.browser()
  await fresh.goto('/sign-in')
  await fresh.getByLabel('Email').fill(emailOf(ben.name))
  await fresh.getByLabel('Password', { exact: true }).fill(password)
  await fresh.getByRole('button', { name: 'Sign in' }).click()
  await expect(fresh.getByRole('heading', { name: 'Documents' })).toBeVisible()
  await openSame(fresh, olivia.page)
  await expect(text(fresh)).toContainText('Readers never wait for it.')
  await expect(text(fresh)).toContainText('Writes go to the end of a log.')
})
