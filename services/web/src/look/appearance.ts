import { useSyncExternalStore } from 'react';
import { deviceStorage } from '../device/device-storage.ts';

/** What a reader may choose about the look; kept on this device only. */
export interface Appearance {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly text: 'normal' | 'large';
  readonly keys: 'on' | 'off';
}

const STORED = 'qucheng.appearance';
const DEFAULTS: Appearance = { theme: 'auto', text: 'normal', keys: 'on' };
const listeners = new Set<() => void>();
const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

export function readAppearance(stored: string | null): Appearance {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    if (typeof value !== 'object' || value === null) return DEFAULTS;
    const pick = <Name extends keyof Appearance>(name: Name, allowed: readonly Appearance[Name][]): Appearance[Name] =>
      allowed.find((option) => option === (value as Record<string, unknown>)[name]) ?? DEFAULTS[name]; // any JSON object may be read by name
    return {
      theme: pick('theme', ['auto', 'light', 'dark']),
      text: pick('text', ['normal', 'large']),
      keys: pick('keys', ['on', 'off']),
    };
  } catch {
    return DEFAULTS;
  }
}

let current = DEFAULTS;

export function isDark(): boolean {
  return current.theme === 'dark' || (current.theme === 'auto' && prefersDark().matches);
}

function apply(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
  document.documentElement.dataset['text'] = current.text;
  for (const listener of listeners) listener();
}

export function startAppearance(): void {
  current = readAppearance(deviceStorage.getItem(STORED));
  prefersDark().addEventListener('change', apply);
  apply();
}

export function setAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  deviceStorage.setItem(STORED, JSON.stringify(current));
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark);
