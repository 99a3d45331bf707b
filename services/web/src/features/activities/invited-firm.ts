import { isId } from '../firms/firm-filters.ts';

/** What stands in the URL of activities that are looked at for one firm: `?firm=`, or nothing. */
export interface InvitedFirm {
  readonly firm?: string;
}

/** Reads the firm from anything a URL may hold. */
export function invitedFirmOf(search: Readonly<Record<string, unknown>>): InvitedFirm {
  const { firm } = search;
  return typeof firm === 'string' && isId(firm) ? { firm } : {};
}
