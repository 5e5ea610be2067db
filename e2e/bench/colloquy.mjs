// Adapter for a Yjs collaboration benchmark: the real server with its embedded store in one process, the real
// provider with a session of a real account. Run it through `npm run bench:collab`.
import { readFileSync } from 'node:fs'
import { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { Manager } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import {
  collaborationSocket,
  realTime,
  reconnecting,
  slowDownWhenLongAway,
} from '../../client/src/api/collaborationSocket.ts'
import { spawnColloquy } from './collab/spawn.mjs'
import { Workspace } from './collab/workspace.mjs'

/** By port: accounts and documents outlive a restart of their server, as they do for people. */
const workspaces = new Map()

export default {
  packages: [],
  version: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
  yjs: import.meta.resolve('yjs'),
  persistent: true,

  async startServer({ port, dataDir }) {
    const server = await spawnColloquy({ port, dataDir })
    if (workspaces.get(port)?.dataDir !== dataDir) {
      const workspace = new Workspace(`http://127.0.0.1:${port}`, dataDir)
      await workspace.setUp()
      workspaces.set(port, workspace)
    }
    return server
  },

  connect({ port, room, doc }) {
    // The byte-counting proxy of the benchmark listens on a port of its own, before the same server.
    const workspace = workspaces.get(port) ?? [...workspaces.values()].at(-1)
    let provider = null
    let destroyed = false
    let edits = 0
    const count = (_update, origin) => {
      if (origin === null) edits++
    }
    // Edits made before the document has an id are in the copy that the provider starts with.
    doc.on('update', count)
    const whenSynced = workspace.documentOf(room).then(documentId => {
      doc.off('update', count)
      if (destroyed) return
      const manager = new Manager(`http://127.0.0.1:${port}`, {
        parser,
        transports: ['websocket'],
        extraHeaders: { cookie: workspace.cookie },
        ...reconnecting,
      })
      slowDownWhenLongAway(manager)
      const socket = collaborationSocket(manager.socket('/collaboration'))
      provider = new CollaborationProvider({ documentId, doc, socket, clock: realTime })
      provider.onDestroy(() => {
        socket.close()
        manager._close()
      })
      return provider.synced
    })
    return {
      whenSynced,
      pending: () => provider?.unsaved ?? edits,
      destroy() {
        destroyed = true
        provider?.destroy()
      },
    }
  },
}
