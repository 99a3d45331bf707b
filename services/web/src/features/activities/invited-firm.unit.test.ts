import { invitedFirmOf } from './invited-firm.ts';

const firm = '01JD3Z7Q8RCFSV0000000000A1';

describe('the firm an activity is looked for', () => {
  it('is read from the URL', () => {
    expect(invitedFirmOf({ firm, other: 1 })).toEqual({ firm });
  });

  it('is nobody when the URL says nothing that can be a firm', () => {
    expect(invitedFirmOf({})).toEqual({});
    expect(invitedFirmOf({ firm: 'nonsense' })).toEqual({});
    expect(invitedFirmOf({ firm: { $ne: '' } })).toEqual({});
  });
});
