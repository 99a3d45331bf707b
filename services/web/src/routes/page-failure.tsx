import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failure } from '../look/states.tsx';

/** Asks for everything the page needs once more; only drawing it again would meet the same failure. */
export function PageFailure({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <Failure error={error} onRetry={() => void router.invalidate()} />;
}
