// The look of Eclusa, set once: colour, type, radius, shadow and component defaults. No page overrides these.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep canal water: the one accent. Shade 7 carries white text at 5.9:1. */
const water: MantineColorsTuple = [
  '#e6f7f9',
  '#cdeaef',
  '#9bd6df',
  '#63bfcd',
  '#36abbd',
  '#1b93a7',
  '#107d91',
  '#0b6a7d',
  '#0a5565',
  '#083f4b',
];

/** Greys of the dark scheme, tinted towards the water. */
const dark: MantineColorsTuple = [
  '#d7e0e5',
  '#b6c4cb',
  '#8fa1aa',
  '#5f737d',
  '#33474f',
  '#25363d',
  '#1a282e',
  '#121d22',
  '#0d161a',
  '#091013',
];

const gray: MantineColorsTuple = [
  '#f6f9fa',
  '#eef3f5',
  '#e2e9ec',
  '#d2dce0',
  '#bccad0',
  '#94a6ae',
  '#667a83',
  '#4a5c64',
  '#334349',
  '#1c282d',
];

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  primaryColor: 'water',
  primaryShade: { light: 7, dark: 6 },
  colors: { water, dark, gray },
  black: '#15222a',
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: font,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontFamily: font,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '18px' },
  shadows: {
    xs: '0 1px 2px rgba(8, 40, 50, 0.07)',
    sm: '0 1px 3px rgba(8, 40, 50, 0.1), 0 1px 2px rgba(8, 40, 50, 0.06)',
    md: '0 4px 14px rgba(8, 40, 50, 0.1)',
    lg: '0 10px 30px rgba(8, 40, 50, 0.14)',
    xl: '0 18px 50px rgba(8, 40, 50, 0.2)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      // Text of buttons has one size; only the room around it differs.
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: size === 'compact-md' ? { '--button-fz': 'var(--mantine-font-size-sm)' } : {},
      }),
    },
    Badge: { defaultProps: { tt: 'none', radius: 'sm' } },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray' },
      // WCAG 2.2 asks for targets of at least 24 by 24 pixels; the library's small one has 22.
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: size === 'sm' ? { '--ai-size': '1.5rem' } : {},
      }),
    },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320 } },
    Modal: {
      styles: { title: { fontWeight: 650, fontSize: '1rem', lineHeight: 1.35 } },
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4, blur: 2 } },
    },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
    Popover: { defaultProps: { shadow: 'md', withinPortal: true } },
    Paper: { defaultProps: { withBorder: true } },
  },
});
