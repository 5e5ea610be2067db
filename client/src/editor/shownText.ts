import { examine } from '@colloquy/shared/schema/faults'
import { dropUnknown, repair } from '@colloquy/shared/schema/repair'
import { fragmentName } from '@colloquy/shared/schema/ydoc'
import { applyUpdate, Doc, encodeStateAsUpdate, type Transaction } from 'yjs'

/**
 * The copy of a live document that an editor is bound to. The binding deletes what it does not know and throws at what
 * nobody could show, so it sees only what it can deal with.
 */
export type ShownText = {
  /** The live copy itself where one may edit, else one that follows it and is never sent. */
  document: Doc
  editable: boolean
  /** The document holds what only a newer version of this page knows: it can be read, and edited after a reload. */
  newer: boolean
  /** Called, while the live copy is being changed, before the binding would see something of a newer version. */
  leaving: Set<() => void>
}

/**
 * Prepares a live document for the editor and keeps it so: faults are taken out at once and with each change from
 * elsewhere, in the document itself for those who may edit, which heals it for all, and else in a copy of one's own.
 * `show` is called at once and whenever another copy has to be shown, `repaired` when something was taken out. Gives
 * what ends it.
 */
export function showText(
  live: Doc,
  mayEdit: boolean,
  { show, repaired }: { show: (text: ShownText) => void; repaired: () => void },
): () => void {
  const fragment = live.getXmlFragment(fragmentName)
  const leaving = new Set<() => void>()
  const mend = (document: Doc, changed?: Iterable<unknown>) => {
    if (repair(document.getXmlFragment(fragmentName), mending, changed) > 0) repaired()
  }
  let stop: () => void = () => undefined

  const showLive = () => {
    const mendChanges = (transaction: Transaction) => {
      if (transaction.local) return
      const changed = [...transaction.changed.keys()]
      if (examine(fragment, changed).unknown.length === 0) return mend(live, changed)
      stop()
      for (const leave of leaving) leave()
      showCopy(true)
    }
    mend(live)
    live.on('beforeObserverCalls', mendChanges)
    stop = () => live.off('beforeObserverCalls', mendChanges)
    show({ document: live, editable: true, newer: false, leaving })
  }

  const showCopy = (newer: boolean) => {
    const document = new Doc()
    applyUpdate(document, encodeStateAsUpdate(live))
    // The carets of others are told from one's own by it; nothing is written here that anybody gets.
    document.clientID = live.clientID
    const prepare = (changed?: Iterable<unknown>) => {
      mend(document, changed)
      dropUnknown(document.getXmlFragment(fragmentName))
    }
    const mendChanges = (transaction: Transaction) => {
      if (!transaction.local) prepare(transaction.changed.keys())
    }
    const follow = (update: Uint8Array) => applyUpdate(document, update)
    prepare()
    document.on('beforeObserverCalls', mendChanges)
    live.on('update', follow)
    stop = () => live.off('update', follow)
    show({ document, editable: false, newer, leaving })
  }

  if (mayEdit && examine(fragment).unknown.length === 0) showLive()
  else showCopy(mayEdit)
  return () => stop()
}

/** Names the origin of repairs, for them to go out like edits and not be undone like one's own. */
const mending = 'repair'
