// How the boxes of the open flow stand with sample rows, for the cards to show.
import { createContext } from 'react';
import type { SampleMark } from '../store/sample-flow';

/** By box; a canvas of a run has none. */
export const SampleMarksContext = createContext<Readonly<Record<string, SampleMark>>>({});
