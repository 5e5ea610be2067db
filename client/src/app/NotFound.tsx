import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { Plain } from '../ui/Plain.tsx'

/** For an address that leads nowhere, or to something one may not see: the two look the same. */
export function NotFound() {
  return (
    <Plain
      title="Nothing here"
      text="The address may be mistyped, or what was here is gone or not shared with you."
    >
      <Button component={Link} to="/">
        Go to your documents
      </Button>
    </Plain>
  )
}
