import type { DecideFormation } from '../formation/consequences.ts';
import type { EvidenceEvent } from '../formation/formation-events.ts';

/** Evidence is a fact of another service: it is taken as told, and only its consequences are decided here. */
export const recordEvidence: DecideFormation<EvidenceEvent> = (evidence) => [evidence];
