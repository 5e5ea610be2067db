import type { SpaceRole } from '@colloquy/shared/contract/spaces'
import { NativeSelect } from '@mantine/core'
import { roleOptions } from './roles.ts'

/** Chooses a role, or none. `none` says what having none means here; without it a role cannot be taken away. */
export function RoleMenu<R extends SpaceRole>({
  label,
  roles,
  value,
  none,
  choose,
  disabled = false,
}: {
  label: string
  roles: readonly R[]
  value: R | null
  none?: string
  choose: (role: R | null) => void
  disabled?: boolean
}) {
  const options = roleOptions(roles)
  return (
    <NativeSelect
      aria-label={label}
      size="xs"
      w={150}
      disabled={disabled}
      data={none === undefined ? options : [...options, { value: '', label: none }]}
      value={value ?? ''}
      onChange={event => {
        const chosen = event.currentTarget.value
        choose(options.find(option => option.value === chosen)?.value ?? null)
      }}
    />
  )
}
