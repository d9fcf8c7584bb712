// One sign-in at a provider in a window of its own: opens it, waits until something came of it, and closes it.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { keys } from '../api/keys';
import { useConnectionNow, useStartSignIn } from '../api/provider';
import type { Connection } from '../api/types';

/** As long as the server takes an answer. */
const LONGEST = 10 * 60_000;
const EVERY = 1_500;

export interface ProviderSignIn {
  /** What came of the last sign-in; undefined while nobody knows. */
  now: Connection['signIn'];
  /** The provider's page, while it is waited for. */
  address: string | null;
  isStarting: boolean;
  isLate: boolean;
  error: unknown;
  begin: () => void;
  stop: () => void;
}

/** `save` stores what the form holds: the provider is asked for what is saved. */
export function useProviderSignIn(
  connection: Connection | undefined,
  save: () => Promise<Connection>,
): ProviderSignIn {
  const cache = useQueryClient();
  const start = useStartSignIn();
  const shown = useRef<Window | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isLate, setLate] = useState(false);
  const [waiting, setWaiting] = useState<{ id: string; address: string; before: string } | null>(null);
  const id = waiting?.id ?? connection?.id;
  const now = useConnectionNow(id, waiting ? EVERY : false).data?.signIn;
  const isDone = waiting !== null && now !== undefined && printOf(now) !== waiting.before;

  useEffect(() => {
    if (!isDone) return;
    shown.current?.close();
    setWaiting(null);
    void cache.invalidateQueries({ queryKey: keys.connections });
  }, [isDone, cache]);

  useTimer(waiting !== null, () => {
    setWaiting(null);
    setLate(true);
  });

  const begin = async () => {
    shown.current = openWindow();
    setLate(false);
    setSaving(true);
    try {
      const saved = await save();
      const address = await start.mutateAsync(saved.id);
      // What was known of it before may be older than what is waited for.
      cache.setQueryData(keys.connection(saved.id), saved);
      setWaiting({ id: saved.id, address, before: printOf(saved.signIn) });
      shown.current?.location.replace(address);
    } catch {
      // What went wrong is in the two requests, and is shown from there.
      shown.current?.close();
    } finally {
      setSaving(false);
    }
  };
  return {
    now: now ?? connection?.signIn,
    address: waiting?.address ?? null,
    isStarting: isSaving,
    isLate,
    error: start.error,
    begin: () => void begin(),
    stop: () => setWaiting(null),
  };
}

function useTimer(isOn: boolean, onEnd: () => void): void {
  const end = useRef(onEnd);
  useEffect(() => void (end.current = onEnd));
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => end.current(), LONGEST);
    return () => clearTimeout(timer);
  }, [isOn]);
}

/** Browsers open windows at once or not at all, so it is there before anybody knows where it goes. */
function openWindow(): Window | null {
  const opened = window.open('', '_blank', 'popup,width=600,height=760');
  // What is shown there is no part of Eclusa and must not reach it.
  if (opened) opened.opener = null;
  return opened;
}

/** Changes with everything that comes of a sign-in. */
function printOf(signIn: Connection['signIn']): string {
  return `${signIn?.signedInAt ?? ''} ${signIn?.refusedAt ?? ''}`;
}
