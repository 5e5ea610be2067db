import { afterEach, expect, it } from 'vitest'
import { Doc, encodeStateAsUpdate, XmlElement } from 'yjs'
import { Workshop } from './workshop.ts'

let workshop = new Workshop()
afterEach(() => workshop.stop())

const paragraph = { type: 'doc', content: [{ type: 'paragraph' }] }

/** A document of quotes inside each other, as no editor writes it. */
const tower = (floors: number): Uint8Array => {
  const doc = new Doc()
  doc.transact(() => {
    let at = doc.getXmlFragment('default')
    for (let floor = 0; floor < floors; floor++) {
      const next = new XmlElement('blockquote')
      at.insert(0, [next])
      at = next
    }
  })
  return encodeStateAsUpdate(doc)
}

it('a document nested without end is read as far as one can see', async () => {
  workshop = new Workshop()
  expect(await workshop.do('content', [tower(5000)])).toMatchObject({ type: 'doc' })
})

it('what takes too long is given up as a problem, and so is what comes after it', async () => {
  workshop = new Workshop(1)
  const given = [workshop.do('seed', paragraph), workshop.do('seed', paragraph)]
  const problems = await Promise.allSettled(given)
  expect(problems).toMatchObject([{ reason: { code: 'unavailable' } }, { reason: { code: 'unavailable' } }])
})

it('work that fails leaves the rest alone', async () => {
  workshop = new Workshop()
  const failing = workshop.do('content', [new Uint8Array([9, 9, 9])])
  const after = workshop.do('seed', paragraph)
  await expect(failing).rejects.toThrow()
  expect(await after).toBeInstanceOf(Uint8Array)
})

it('work fails when the workshop stops, and can go on afterwards', async () => {
  workshop = new Workshop()
  const lost = workshop.do('seed', paragraph)
  await Promise.all([expect(lost).rejects.toThrow('stopped'), workshop.stop()])
  expect(await workshop.do('seed', paragraph)).toBeInstanceOf(Uint8Array)
})
