import type { Offer } from '@colloquy/shared/contract/reviews'
import { Button, Menu } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { FormProblem } from '../../ui/FormProblem.tsx'
import { IconDots } from '../../ui/icons.ts'
import { ActForm } from './ActForm.tsx'
import classes from './Acts.module.css'
import type { Ask } from './asks/ask.ts'
import { offerOf, type Scene } from './scene.ts'
import { useAct } from './useReview.ts'

/**
 * The acts that are offered, as buttons; those past the first `front` stand in a menu. One that is refused stays in sight with the
 * reason. Pressing one asks for what it needs, or does it.
 */
export function Acts({
  asks,
  offers,
  scene,
  id = '',
  front = asks.length,
  more = 'More',
  subtle = false,
}: {
  asks: readonly Ask[]
  offers: readonly Offer[]
  scene: Scene
  /** What they are about, where that is one thing of several. */
  id?: string
  front?: number
  /** The name of the menu. */
  more?: string
  subtle?: boolean
}) {
  const [asking, setAsking] = useState<Ask | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const reasons = useId()
  const leave = () => {
    setAsking(null)
    // What opened it stands there again once React has shown it.
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }),
    )
  }
  const { send, isSending, problem } = useAct(scene.record.documentId, leave)
  const shown = asks.flatMap(ask => {
    const offer = offerOf(offers, ask.act)
    if (!offer || ask.applies?.(scene, id) === false || (ask.quiet && offer.refusal)) return []
    return [{ ask, refusal: offer.refusal?.message ?? null }]
  })
  if (shown.length === 0) return null

  const begin = (ask: Ask) => {
    const needs = ask.fields?.(scene, id, { one: () => '', many: () => [] }) ?? []
    if (needs.length > 0) setAsking(ask)
    else send(ask.make({ one: () => '', many: () => [] }, id, scene))
  }
  const buttons = shown.slice(0, front)
  const others = shown.slice(front)
  const refusals = [...new Set(buttons.flatMap(({ refusal }) => (refusal ? [refusal] : [])))]
  if (asking) {
    return (
      <ActForm
        ask={asking}
        id={id}
        scene={scene}
        send={send}
        isSending={isSending}
        problem={problem}
        leave={leave}
      />
    )
  }
  return (
    <div ref={place}>
      <div className={classes['acts']}>
        {buttons.map(({ ask, refusal }) => (
          <Button
            key={ask.label}
            size={subtle ? 'compact-xs' : 'xs'}
            variant={subtle && ask.tone !== 'main' ? 'subtle' : ask.tone === 'main' ? 'filled' : 'default'}
            {...(subtle && ask.tone !== 'main' ? { color: 'gray' } : {})}
            loading={isSending}
            disabled={refusal !== null}
            {...(refusal ? { 'aria-describedby': reasons } : {})}
            onClick={() => begin(ask)}
          >
            {ask.label}
          </Button>
        ))}
        {others.length > 0 && (
          <Menu position="bottom-end" width={250} shadow="md">
            <Menu.Target>
              <Button
                size={subtle ? 'compact-xs' : 'xs'}
                variant={subtle ? 'subtle' : 'default'}
                color="gray"
                aria-label={more}
              >
                {buttons.length > 0 ? <IconDots size={16} /> : more}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(({ ask, refusal }) => (
                <Menu.Item
                  key={ask.label}
                  disabled={refusal !== null}
                  {...(ask.tone === 'danger' ? { color: 'red' } : {})}
                  onClick={() => begin(ask)}
                >
                  {ask.label}
                  {refusal && <span className={classes['refusal']}>{refusal}</span>}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {refusals.length > 0 && (
        <p id={reasons} className={classes['reasons']}>
          {refusals.join('. ')}.
        </p>
      )}
      <FormProblem error={problem} />
    </div>
  )
}
