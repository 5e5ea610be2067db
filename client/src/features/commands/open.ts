import { createOpenings } from '../../ui/openings.ts'

/** The two surfaces that open over any page, from a key, a button or a menu. */
export const commands = createOpenings()
export const keyboardHelp = createOpenings()

export const openCommands = () => commands.open()
export const openKeyboardHelp = () => keyboardHelp.open()
