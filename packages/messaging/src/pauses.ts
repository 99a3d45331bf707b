import { placeId } from './progress.ts';
import type { Place } from './progress.ts';
import { settings } from './settings.ts';
import { withJitter } from './waiting.ts';

/** Partitions that wait after a transient failure, each longer than the time before until something works again. */
export interface Pauses {
  /** Pauses the partition and resumes it by itself. Answers for how long, in ms. */
  pause(place: Place): number;
  /** Whether this partition failed the last time it was tried. */
  isTroubled(place: Place): boolean;
  worked(place: Place): void;
  /** Resumes everything, forgets everything. */
  clear(): void;
}

export interface Pausable {
  pause(place: Place): void;
  resume(place: Place): void;
}

interface Pause extends Place {
  readonly rounds: number;
  readonly timer: NodeJS.Timeout;
}

export function createPauses(consumer: Pausable): Pauses {
  const pauses = new Map<string, Pause>();
  return {
    pause: (place) => {
      const rounds = pauses.get(placeId(place))?.rounds ?? 0;
      const wait = withJitter(Math.min(settings.pauseFirst * 2 ** rounds, settings.pauseMost));
      consumer.pause(place);
      const timer = setTimeout(() => {
        consumer.resume(place);
      }, wait);
      pauses.set(placeId(place), { ...place, rounds: rounds + 1, timer });
      return wait;
    },
    isTroubled: (place) => pauses.has(placeId(place)),
    worked: (place) => pauses.delete(placeId(place)),
    clear: () => {
      for (const pause of pauses.values()) {
        clearTimeout(pause.timer);
        consumer.resume(pause);
      }
      pauses.clear();
    },
  };
}
