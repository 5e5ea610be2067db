import type { Page } from '@playwright/test'
import { io } from 'socket.io-client'
import * as parser from 'socket.io-msgpack-parser'
import * as Y from 'yjs'
import { expect, newDocument, openSame, saved, test, text } from '../world.ts'

/** Sends an edit of one's own making with the session of a page; gives the server's answer. */
async function send(page: Page, write: (fragment: Y.XmlFragment) => void): Promise<unknown> {
  const { origin, pathname } = new URL(page.url())
  const documentId = pathname.split('/').at(-1)
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = io(`${origin}/collaboration`, {
    parser,
    transports: ['websocket'],
    extraHeaders: { cookie },
  })
  const ask = (name: string, message: object): Promise<unknown> =>
    new Promise(resolve => socket.emit(name, { documentId, ...message }, resolve))
  await ask('join', { stateVector: Buffer.from(Y.encodeStateVector(new Y.Doc())) })
  const doc = new Y.Doc()
  write(doc.getXmlFragment('default'))
  const answer = await ask('update', { updates: [Buffer.from(Y.encodeStateAsUpdate(doc))] })
  socket.close()
  return answer
}

test('a document that a hostile client broke opens, can be written, and loses nothing else', async ({
  world,
}) => {
  const olivia = await world.owner()
  await newDocument(olivia.page, 'Under attack')
  await text(olivia.page).getByRole('heading').first().click()
  await olivia.page.keyboard.type('Kept ')
  await saved(olivia.page)

  expect(await send(olivia.page, fragment => fragment.insert(0, [new Y.XmlText('bare')]))).toMatchObject({
    ok: true,
  })
  await expect(olivia.page.getByText('could not be shown and was left out')).toBeVisible()
  await olivia.page.keyboard.type('and written ')
  await saved(olivia.page)
  await expect(text(olivia.page)).toContainText('written')
  await expect(text(olivia.page)).not.toContainText('bare')

  const ben = await world.invited(olivia, 'Ben Builder').then(async someone => {
    await olivia.page.goBack()
    return someone
  })
  await expect(text(olivia.page)).toContainText('written')
  await openSame(ben.page, olivia.page)
  await expect(text(ben.page)).toContainText('written')
})

test('a document with something of a newer version can be read, and nothing of it is erased', async ({
  world,
}) => {
  const olivia = await world.owner()
  await newDocument(olivia.page, 'From the future')
  await send(olivia.page, fragment => fragment.insert(0, [new Y.XmlElement('fromTheFuture')]))
  await expect(olivia.page.getByText('only a newer version')).toBeVisible()
  await expect(text(olivia.page)).toHaveAttribute('aria-readonly', 'true')
  await olivia.page.getByRole('button', { name: 'Reload to edit' }).click()
  await expect(olivia.page.getByText('only a newer version')).toBeVisible()
  await expect(text(olivia.page).getByRole('heading').first()).toBeVisible()
})
