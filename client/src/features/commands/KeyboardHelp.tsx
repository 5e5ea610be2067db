import { Kbd, Modal } from '@mantine/core'
import { Fragment } from 'react'
import { commandKey } from '../../ui/commandKey.ts'
import classes from './KeyboardHelp.module.css'
import { keyboardHelp } from './open.ts'
import { shortcuts } from './shortcuts.ts'

/** Every key the application listens to, by where it works. */
export function KeyboardHelp() {
  return (
    <Modal opened={keyboardHelp.useOpen()} onClose={keyboardHelp.close} title="Keyboard shortcuts" size="lg">
      <div className={classes['columns']}>
        {shortcuts.map(({ where, keys }) => (
          <section key={where} className={classes['group']}>
            <h3>{where}</h3>
            <dl>
              {keys.map(([combination, what]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {combination.split(' ').map((key, index) => (
                      <Fragment key={key}>
                        {index > 0 && ' '}
                        <Kbd size="xs">{key === 'Mod' ? commandKey : key}</Kbd>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
