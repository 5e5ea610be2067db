import { type MantineColorScheme, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useSignedIn, useSigning } from '../api/session.ts'
import { openKeyboardHelp } from '../features/commands/open.ts'
import {
  IconChevronDown,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
} from '../ui/icons.ts'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import classes from './AccountMenu.module.css'

/** One’s own corner: look, keyboard, signing out. */
export function AccountMenu() {
  const { person } = useSignedIn()
  const { signOut } = useSigning()
  return (
    <Menu width={232} position="top-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes['account']} aria-label={`Account of ${person.name}`}>
          <PersonAvatar person={person} label="" />
          <span className={classes['name']}>{person.name}</span>
          <IconChevronDown size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={4} truncate>
          {person.email}
        </Text>
        <Menu.Divider />
        <AppearanceItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeyboardHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const schemes = [
  { value: 'auto', label: 'Like this device', Icon: IconDeviceDesktop },
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
] as const satisfies { value: MantineColorScheme; label: string; Icon: typeof IconSun }[]

function AppearanceItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu.RadioGroup value={colorScheme}>
      <Menu.Label>Appearance</Menu.Label>
      {schemes.map(({ value, label, Icon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          rightSection={<Icon size={16} />}
          onChange={() => setColorScheme(value)}
        >
          {label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
