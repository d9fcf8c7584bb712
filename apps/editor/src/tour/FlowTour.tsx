// Shows a person around the real screen in six steps. Left at any time by Escape or Skip; reached again from the menu.
import { Tour } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlowStores } from '../store/flow-stores';

const steps = ['palette', 'canvas', 'form', 'problems', 'publish', 'dry'] as const;
type Step = (typeof steps)[number];

const sides = { palette: 'right', canvas: 'left', form: 'left' } as const;

/** A flow without boxes has no form to show: its place on the canvas stands for it. */
export function FlowTour({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { document, view } = useFlowStores();
  const [step, setStep] = useState(0);
  const [first] = useState(() => Object.keys(document.getState().document.nodes)[0]);
  const current = steps[step];
  useEffect(() => {
    // The side opens anew for the form, so that the step points at it and not at a panel that goes.
    view.getState().open(null);
    view.getState().select(current === 'form' && first !== undefined ? [first] : []);
  }, [current, first, view]);
  const targetOf = (one: Step) =>
    one === 'form' && first !== undefined
      ? '[data-side]'
      : `[data-tour="${one === 'form' ? 'canvas' : one}"]`;
  return (
    <Tour
      active
      step={step}
      onStepChange={setStep}
      onClose={onClose}
      aria-label={t('tour.title')}
      // The library’s own grey is too light on white.
      styles={{ stepCounter: { color: 'var(--mantine-color-dimmed)' } }}
      labels={{
        skip: t('tour.skip'),
        back: t('tour.back'),
        next: t('tour.next'),
        close: t('tour.end'),
        stepCounter: (now, total) => t('tour.counter', { current: now, total }),
      }}
    >
      {steps.map((one) => (
        <Tour.Step
          key={one}
          target={targetOf(one)}
          title={t(`tour.${one}.title`)}
          position={one in sides ? sides[one as keyof typeof sides] : 'bottom'}
        >
          {t(`tour.${one}.text`)}
        </Tour.Step>
      ))}
    </Tour>
  );
}
