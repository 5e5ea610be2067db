import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { useEffect, useState } from 'react'
import { type ShownText, showText } from '../../editor/shownText.ts'
import { tell } from '../../ui/tell.ts'

/** What the editor shows of a live document, once there is something and it is known whether one may edit. */
export function useShownText(
  provider: CollaborationProvider | null,
  mayEdit: boolean | undefined,
): ShownText | null {
  const [text, setText] = useState<ShownText | null>(null)
  useEffect(() => {
    if (!provider || mayEdit === undefined) return
    let told = false
    return showText(provider.document, mayEdit, {
      show: setText,
      repaired: () => {
        if (!told) tell.done('Something in this document could not be shown and was left out.')
        told = true
      },
    })
  }, [provider, mayEdit])
  return text
}
