import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Acts } from './Acts.tsx'
import { AlignmentMap } from './AlignmentMap.tsx'
import { openProposal } from './asks/proposals.ts'
import { Part } from './Part.tsx'
import { ProposalCard } from './ProposalCard.tsx'
import classes from './Proposals.module.css'
import { offerOf, type Scene } from './scene.ts'

/** The questions on which named people say where they stand. */
export function Proposals({ scene }: { scene: Scene }) {
  const { record } = scene
  const [isMapOpen, map] = useDisclosure()
  if (record.proposals.length === 0 && !offerOf(record.offered, 'open proposal')) return null
  return (
    <Part title="Alignment" count={record.proposals.length}>
      {record.proposals.length > 0 && (
        <>
          <ul className={classes['list']} aria-label="Proposals">
            {record.proposals.map(proposal => (
              <li key={proposal.proposalId}>
                <ProposalCard standing={proposal} scene={scene} />
              </li>
            ))}
          </ul>
          <Button variant="default" size="xs" mb={8} onClick={map.open}>
            Alignment map
          </Button>
          <AlignmentMap scene={scene} opened={isMapOpen} close={map.close} />
        </>
      )}
      <Acts asks={[openProposal]} offers={record.offered} scene={scene} />
    </Part>
  )
}
