// A formula being typed, with completion, and lists of functions and fields to put into it.
import { ActionIcon, Input, Popover, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBraces, IconMathFunction } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../canvas/search-text';
import { useLocale } from '../i18n/useLocale';
import { useFieldScope } from './field-scope';
import classes from './fields.module.css';
import { exampleText } from './formula-completion';
import type { FormulaHandle } from './FormulaEditor';
import { useFieldChoices } from './useFieldChoices';

const FormulaEditor = lazy(async () => ({ default: (await import('./FormulaEditor')).FormulaEditor }));

export interface FormulaInputProps {
  id: string;
  /** Given when no visible label stands over the input. */
  ariaLabel?: string;
  label?: string;
  description?: ReactNode;
  withAsterisk?: boolean;
  value: string;
  placeholder?: string | undefined;
  error?: ReactNode;
  size?: 'xs' | 'sm';
  onChange: (value: string) => void;
}

/** What is picked from a list lands where the cursor was. */
export function FormulaInput({ ariaLabel, onChange, value, placeholder, ...frame }: FormulaInputProps) {
  const { t } = useTranslation();
  const editor = useRef<FormulaHandle>(null);
  const named = ariaLabel ?? frame.label ?? '';
  const shown = placeholder ?? t('fields.expression.placeholder');
  return (
    <Input.Wrapper {...frame} labelElement="div">
      <div
        className={classes.formula}
        data-error={Boolean(frame.error) || undefined}
        data-described={Boolean(frame.description) || undefined}
      >
        {/* Nothing to type into while it loads: what is typed there would be lost. */}
        <Suspense
          fallback={
            <div className={classes.formulaWaiting} aria-hidden>
              {value}
            </div>
          }
        >
          <FormulaEditor
            ref={editor}
            id={frame.id}
            label={named}
            value={value}
            placeholder={shown}
            invalid={Boolean(frame.error)}
            onChange={onChange}
          />
        </Suspense>
        <div className={classes.inserters}>
          <FieldList onPick={(text) => editor.current?.insert(text)} />
          <FunctionList onPick={(name) => editor.current?.insert(`$${name}()`, 1)} />
        </div>
      </div>
    </Input.Wrapper>
  );
}

function FunctionList({ onPick }: { onPick: (name: string) => void }) {
  const { t } = useTranslation();
  const { say, locale } = useLocale();
  const { functions } = useFieldScope();
  const [query, setQuery] = useState('');
  const found = functions.filter((one) => matches(query, [one.name, one.help[locale], one.example]));
  return (
    <Inserter label={t('fields.expression.help')} icon={<IconMathFunction size={16} aria-hidden />}>
      {(close) => (
        <>
          <TextInput
            size="xs"
            data-autofocus
            aria-label={t('fields.expression.search')}
            placeholder={t('fields.expression.search')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <div className={classes.insertList}>
            {found.map((one) => (
              <UnstyledButton
                key={one.name}
                className={classes.insertItem}
                aria-label={t('fields.expression.insert', { name: `$${one.name}` })}
                onClick={() => {
                  close();
                  onPick(one.name);
                }}
              >
                <code>${one.name}()</code>
                <span>{say(one.help)}</span>
                <code className={classes.example}>{exampleText(one)}</code>
              </UnstyledButton>
            ))}
          </div>
        </>
      )}
    </Inserter>
  );
}

function FieldList({ onPick }: { onPick: (expression: string) => void }) {
  const { t } = useTranslation();
  const choices = useFieldChoices();
  if (choices.length === 0) return null;
  return (
    <Inserter label={t('fields.expression.fields')} icon={<IconBraces size={16} aria-hidden />}>
      {(close) => (
        <div className={classes.insertList}>
          {choices.map((choice) => (
            <UnstyledButton
              key={choice.expression}
              className={classes.insertItem}
              data-autofocus={choice === choices[0] || undefined}
              aria-label={t('fields.expression.insert', { name: choice.label })}
              onClick={() => {
                close();
                onPick(choice.expression);
              }}
            >
              <code>{choice.label}</code>
              <span>{JSON.stringify(choice.sample).slice(0, 60)}</span>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Inserter>
  );
}

interface InserterProps {
  label: string;
  icon: ReactNode;
  children: (close: () => void) => ReactNode;
}

function Inserter({ label, icon, children }: InserterProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon size="sm" aria-label={label} onClick={() => setOpened(!opened)}>
            {icon}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs">{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  );
}
