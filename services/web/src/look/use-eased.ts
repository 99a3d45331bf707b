import { useEffect, useRef, useState } from 'react';
import { between, easeOut } from './water-geometry.ts';

const MOVE_MS = 700;

function wantsCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Follows `target` smoothly from what is shown now; jumps for readers who asked for less motion. `moves` counts the changes. */
export function useEased(target: readonly number[]): { readonly shown: readonly number[]; readonly moves: number } {
  const [shown, setShown] = useState(target);
  const [moves, setMoves] = useState(0);
  const latest = useRef(shown);
  const key = target.join(' ');
  const goal = useRef(target);
  goal.current = target;

  useEffect(() => {
    const from = latest.current;
    const to = goal.current;
    const show = (values: readonly number[]) => {
      latest.current = values;
      setShown(values);
    };
    if (from.join(' ') === to.join(' ')) return;
    setMoves((count) => count + 1);
    if (wantsCalm() || from.length !== to.length) {
      show(to);
      return;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function step(now: number) {
      const share = Math.min(1, (now - start) / MOVE_MS);
      show(share === 1 ? to : between(from, to, easeOut(share)));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [key]);

  return { shown, moves };
}
