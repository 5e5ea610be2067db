import { positions } from '@colloquy/shared/review/stances'
import { Modal } from '@mantine/core'
import classes from './AlignmentMap.module.css'
import { nameOf, type Scene } from './scene.ts'

/** People × proposals: who stands where on what, and who has moved since the round before. */
export function AlignmentMap({ scene, opened, close }: { scene: Scene; opened: boolean; close: () => void }) {
  const { proposals } = scene.record
  const people = [...new Set(proposals.flatMap(({ cells }) => Object.keys(cells)))].sort((a, b) =>
    nameOf(scene, a).localeCompare(nameOf(scene, b)),
  )
  return (
    <Modal opened={opened} onClose={close} title="Alignment map" size="xl">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reason: a wide table is scrolled by keyboard too */}
      <section className={classes['scroll']} aria-label="People and proposals" tabIndex={0}>
        <table className={classes['map']}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {proposals.map(({ proposalId, question, hidden }) => (
                <th key={proposalId} scope="col">
                  {question}
                  {hidden && <span className={classes['hidden']}>Hidden until you have answered</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(personId => (
              <tr key={personId}>
                <th scope="row">{nameOf(scene, personId)}</th>
                {proposals.map(proposal => (
                  <td key={proposal.proposalId}>
                    <Cell cell={proposal.cells[personId]} isSilent={proposal.silent.includes(personId)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              {proposals.map(({ proposalId, distribution }) => (
                <td key={proposalId}>
                  <Together distribution={distribution} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </Modal>
  )
}

type Row = Scene['record']['proposals'][number]

function Cell({ cell, isSilent }: { cell: Row['cells'][string] | undefined; isSilent: boolean }) {
  if (!cell) return <span className={classes['none']}>Not asked</span>
  if (!cell.position)
    return <span className={classes['none']}>{isSilent ? 'Yet to answer' : 'Answered, hidden'}</span>
  return (
    <>
      <span className={classes['position']} data-position={cell.position}>
        {cell.position}
      </span>
      {cell.movedFrom && <span className={classes['moved']}>was: {cell.movedFrom}</span>}
      {cell.reason && <span className={classes['reason']}>{cell.reason}</span>}
    </>
  )
}

/** How the stances divide, as one bar with its meaning in words. */
function Together({ distribution }: { distribution: Row['distribution'] }) {
  const taken = positions.filter(position => distribution[position] > 0)
  const text = taken.map(position => `${distribution[position]} ${position}`).join(', ') || 'No stance yet'
  return (
    <>
      <span className={classes['bar']} aria-hidden>
        {taken.map(position => (
          <span key={position} data-position={position} style={{ flexGrow: distribution[position] }} />
        ))}
      </span>
      <span className={classes['total']}>{text}</span>
    </>
  )
}
