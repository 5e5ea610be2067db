import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

const pine: MantineColorsTuple = [
  '#eefaf8',
  '#d7f2ef',
  '#b2e3df',
  '#89d0cb',
  '#62b9b3',
  '#40a19b',
  '#258480',
  '#176e6a',
  '#0e5955',
  '#08413e',
]

const gray: MantineColorsTuple = [
  '#fbfaf9',
  '#f4f3f1',
  '#e9e7e5',
  '#dbd9d5',
  '#c0bdb9',
  '#8b8883',
  '#6d6963',
  '#5b5852',
  '#3a3833',
  '#211f1c',
]

const dark: MantineColorsTuple = [
  '#e7e6e3',
  '#c0bdb9',
  '#a7a4a0',
  '#9b9893',
  '#47443f',
  '#373533',
  '#262523',
  '#181716',
  '#11100f',
  '#090908',
]

/** Mantine’s parts in the look of tokens.css: what they share with it is named there and only referred to here. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: input => {
    const colors = defaultVariantColorsResolver(input)
    const isAccent = (input.color ?? input.theme.primaryColor) === 'pine'
    if (input.variant !== 'filled' || !isAccent) return colors
    return { ...colors, color: 'var(--on-accent)', background: 'var(--accent)', hover: 'var(--accent-hover)' }
  },
  colors: { pine, gray, dark },
  black: '#211f1c',
  fontFamily: 'var(--font-interface)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font-interface)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13.5px', md: '14px', lg: '16px', xl: '18px' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Named by plain keys: importing the parts here would load them with every first page.
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, radius: 'sm' } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        padding: 'xl',
        overlayProps: { backgroundOpacity: 0.35, blur: 2 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    // The menus stay inside the landmark they belong to, and the focus goes straight to their first line.
    Menu: {
      defaultProps: { withinPortal: false, floatingStrategy: 'fixed', withInitialFocusPlaceholder: false },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    // Their headers are `header` elements, which outside a landmark count as the page's banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
})

export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-anchor': 'var(--accent)',
  }
  return { variables: {}, light: both, dark: both }
}
