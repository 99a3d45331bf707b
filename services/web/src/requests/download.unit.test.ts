import { fileNameOf } from './download.ts';

describe('the name of a downloaded file', () => {
  it('is the one the server gives', () => {
    const disposition = `attachment; filename="result.xlsx"; filename*=UTF-8''${encodeURIComponent('台账-导入结果.xlsx')}`;
    expect(fileNameOf(disposition, 'result.xlsx')).toBe('台账-导入结果.xlsx');
  });

  it('falls back where none can be read', () => {
    expect(fileNameOf(null, 'result.xlsx')).toBe('result.xlsx');
    expect(fileNameOf("attachment; filename*=UTF-8''%E0", 'result.xlsx')).toBe('result.xlsx');
  });
});
