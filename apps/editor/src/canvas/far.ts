// Whether the drawing is so small that text cannot be read. Cards are drawn with fewer parts then: a large flow seen
// whole has hundreds of them on the screen at once.
import { createContext, useContext } from 'react';

/** Below this zoom nothing but names and colours can be made out. */
export const farZoom = 0.4;

const FarContext = createContext(false);

export const FarProvider = FarContext.Provider;

/** True while cards are to be drawn small. */
export function useFar(): boolean {
  return useContext(FarContext);
}
