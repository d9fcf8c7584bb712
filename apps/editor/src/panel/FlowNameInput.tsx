// The name of the flow while it is typed: the draft gets it as soon as it is one, because no flow is without a name.
import { useState, type ChangeEvent, type ReactNode } from 'react';
import { useDocument } from '../store/flow-stores';

export interface FlowNameProps {
  value: string;
  maxLength: number;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onBlur: () => void;
}

/** `children` draws the input with these props. An emptied name comes back when the field is left. */
export function FlowNameInput({ children }: { children: (input: FlowNameProps) => ReactNode }) {
  const name = useDocument((state) => state.document.name);
  const edit = useDocument((state) => state.edit);
  const [typed, setTyped] = useState<string | null>(null);
  return children({
    value: typed ?? name,
    maxLength: 120,
    onChange: ({ currentTarget: { value } }) => {
      const usable = value.trim() !== '';
      setTyped(usable ? null : value);
      if (usable) edit([{ type: 'rename-flow', name: value }], 'flow.name');
    },
    onBlur: () => setTyped(null),
  });
}
