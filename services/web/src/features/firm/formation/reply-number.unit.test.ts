import en from '../../../language/en/index.ts';
import zhHans from '../../../language/zh-hans/index.ts';
import zhHant from '../../../language/zh-hant/index.ts';
import { isReplyNumber } from './reply-number.ts';

describe('the number of a reply', () => {
  it.each([zhHans, zhHant, en].map(({ formation }) => formation.replyNoPrefill.replace('{{year}}', '2026')))(
    '%p, as the form offers it, is none yet',
    (offered) => {
      expect(isReplyNumber(offered)).toBe(false);
    },
  );

  it.each(['', '江团〔2026〕号', '江团（2026） 号'])('%p is none', (text) => {
    expect(isReplyNumber(text)).toBe(false);
  });

  it.each(['江团〔2026〕1号', '〔2026〕 18 号', '[2026] No. 3', '江团批2026-7', '第七号'])('%p is one', (text) => {
    expect(isReplyNumber(text)).toBe(true);
  });
});
