// Mantine's own colour variables where its choice is too pale or too loud for AA text on our surfaces.
import type { CSSVariablesResolver } from '@mantine/core';

/** In the dark, tinted grounds are thin washes of the colour instead of its darkest shade. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#536770',
    '--mantine-color-placeholder': '#5f7179',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-green-light-color': '#1d6b3a',
    '--mantine-color-red-light-color': '#b42323',
    '--mantine-color-gray-light-color': '#43555d',
  },
  dark: {
    '--mantine-color-body': '#121d22',
    '--mantine-color-dimmed': '#9db0b9',
    '--mantine-color-placeholder': '#95a8b0',
    '--mantine-color-error': '#ff9b9b',
    ...wash('water', '36, 171, 189', '#8fdbe6'),
    ...wash('red', '255, 107, 107', '#ffb3b3'),
    ...wash('yellow', '255, 192, 80', '#ffd58a'),
    ...wash('green', '80, 200, 130', '#8fe0b0'),
    ...wash('gray', '160, 185, 195', '#c3d1d7'),
  },
});

function wash(name: string, rgb: string, ink: string): Record<string, string> {
  return {
    [`--mantine-color-${name}-light`]: `rgba(${rgb}, 0.15)`,
    [`--mantine-color-${name}-light-hover`]: `rgba(${rgb}, 0.23)`,
    [`--mantine-color-${name}-light-color`]: ink,
  };
}
