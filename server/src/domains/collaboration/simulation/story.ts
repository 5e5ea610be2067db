import { type Doc, encodeStateAsUpdate, encodeStateVector, snapshot, snapshotContainsUpdate } from 'yjs'
import { chance } from './chance.ts'
import { type Client, World } from './world.ts'

/** What a run found wrong, as sentences; none when all is well. */
export type Findings = string[]

/**
 * Lets people work through a stretch of bad luck that the seed decides: messages lost, doubled and out of order,
 * connections cut, tabs closed for good, the server killed, the store failing or away. Then everything heals, and all
 * copies have to be the same and hold every edit that anybody was told was saved.
 */
export async function play(seed: number, servers = 1, turns = 60): Promise<Findings> {
  const world = new World(seed)
  const luck = chance(seed ^ 0x5bd1e995)
  const acknowledged: Uint8Array[] = []
  const retire = (client: Client) => {
    client.note()
    acknowledged.push(...client.edits.slice(0, client.acknowledged))
    world.removeClient(client)
  }

  world.weather = {
    ordered: luck.happens(0.5),
    drop: luck.happens(0.4) ? 0.05 : 0,
    duplicate: luck.happens(0.4) ? 0.1 : 0,
    delay: 1 + luck.below(luck.happens(0.2) ? 400 : 40),
  }
  world.store.failing = luck.happens(0.4) ? 0.2 : 0
  const deaths = luck.happens(0.5) ? 0.04 : 0
  const cuts = luck.happens(0.7) ? 0.08 : 0
  const places = Array.from({ length: servers }, (_, place) => place)
  const somewhere = () => luck.below(servers)
  for (const place of places) world.startServer(place)
  for (let people = 1 + luck.below(4); people > 0; people--) world.addClient()

  for (let turn = 0; turn < turns; turn++) {
    for (const place of places) {
      if (luck.happens(deaths)) world.killServer(place)
      if (!world.running(place) && luck.happens(0.3)) world.startServer(place)
    }
    if (luck.happens(0.02)) world.store.down = !world.store.down
    for (const client of [...world.clients]) {
      if (luck.happens(cuts)) world.disconnect(client)
      else if (luck.happens(0.5)) world.connect(client, somewhere())
      if (luck.happens(0.01)) {
        retire(client)
        world.addClient()
      }
      for (let edits = luck.below(4); edits > 0; edits--) edit(client, luck)
    }
    await world.pass(luck.below(120))
  }

  world.weather = { drop: 0, duplicate: 0, delay: 20, ordered: true }
  world.store.down = false
  world.store.failing = 0
  for (const place of places) if (!world.running(place)) world.startServer(place)
  for (const client of world.clients) world.connect(client, somewhere())
  await world.pass(60_000)

  const findings: Findings = []
  for (const client of [...world.clients]) {
    if (client.provider.status.state !== 'saved')
      findings.push(`client ${client.doc.clientID} shows ${JSON.stringify(client.provider.status)}`)
  }
  const copies = world.clients.map(client => client.doc)
  for (const client of [...world.clients]) retire(client)
  // Only what is on disk counts.
  for (const place of places) world.killServer(place)
  world.startServer()
  const late = world.addClient()
  world.connect(late)
  await world.pass(5000)
  for (const copy of copies) {
    if (!same(copy, late.doc)) findings.push(`client ${copy.clientID} differs from a newcomer`)
  }
  const kept = snapshot(late.doc)
  const lost = acknowledged.filter(update => !snapshotContainsUpdate(kept, update))
  if (lost.length > 0) findings.push(`${lost.length} of ${acknowledged.length} acknowledged edits are lost`)
  if (late.doc.store.pendingStructs) findings.push('the stored document rests on something that is lost')
  return findings
}

function edit({ doc }: Client, luck: ReturnType<typeof chance>): void {
  const text = doc.getText('t')
  const at = luck.below(text.length + 1)
  if (text.length > 0 && luck.happens(0.35)) text.delete(Math.min(at, text.length - 1), 1)
  else text.insert(at, String.fromCharCode(97 + luck.below(26)))
}

const same = (one: Doc, other: Doc): boolean =>
  one.getText('t').toString() === other.getText('t').toString() &&
  Buffer.compare(encodeStateVector(one), encodeStateVector(other)) === 0 &&
  snapshotContainsUpdate(snapshot(one), encodeStateAsUpdate(other))
