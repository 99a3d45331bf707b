import type { FileRefusal } from '@qucheng/documents';
import type { Message } from '@qucheng/service-kit';

const text = (hans: string, hant: string, en: string): Message => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Why a file is not read, and what the person can do about it. */
const REFUSALS: Readonly<Record<FileRefusal, Message>> = {
  'file-empty': text(
    '文件是空的，里面没有任何内容',
    '檔案是空的，裡面沒有任何內容',
    'The file is empty: there is nothing in it',
  ),
  'file-too-large': text(
    '文件超过 20 MB，请拆分后再上传',
    '檔案超過 20 MB，請拆分後再上傳',
    'The file is larger than 20 MB; split it and upload again',
  ),
  'file-encrypted': text(
    '文件设有密码，请取消密码后再上传',
    '檔案設有密碼，請取消密碼後再上傳',
    'The file has a password; remove it and upload again',
  ),
  'file-old-format': text(
    '这是旧版 .xls 文件，请另存为 .xlsx 后再上传',
    '這是舊版 .xls 檔案，請另存為 .xlsx 後再上傳',
    'This is an old .xls file; save it as .xlsx and upload again',
  ),
  'file-not-a-table': text('这不是 Excel 或 CSV 表格', '這不是 Excel 或 CSV 表格', 'This is not an Excel or CSV table'),
  'file-damaged': text(
    '文件已损坏，请重新保存后再上传',
    '檔案已損壞，請重新儲存後再上傳',
    'The file is damaged; save it again and upload again',
  ),
  'file-too-many-entries': text(
    '文件结构异常，拒绝读取',
    '檔案結構異常，拒絕讀取',
    'The file is built in an unusual way and is not read',
  ),
  'file-inflates-too-far': text(
    '文件解压后过大，拒绝读取',
    '檔案解壓後過大，拒絕讀取',
    'The file grows too large when unpacked and is not read',
  ),
  'file-nested-archive': text(
    '文件内含有其他压缩包或程序，拒绝读取',
    '檔案內含有其他壓縮檔或程式，拒絕讀取',
    'The file carries another archive or a program and is not read',
  ),
  'file-too-many-rows': text(
    '行数过多，请拆分后再上传',
    '列數過多，請拆分後再上傳',
    'There are too many rows; split the file and upload again',
  ),
  'file-unknown-encoding': text(
    '无法识别文字编码，请另存为 UTF-8 或 Excel 后再上传',
    '無法識別文字編碼，請另存為 UTF-8 或 Excel 後再上傳',
    'The text encoding is not known; save it as UTF-8 or Excel and upload again',
  ),
  'file-takes-too-long': text(
    '文件过于复杂，未能在时限内读完',
    '檔案過於複雜，未能在時限內讀完',
    'The file is too complex to be read in time',
  ),
};

export const FILE_MESSAGES: Readonly<Record<string, Message>> = {
  ...REFUSALS,
  'wrong-upload': text('请以表单方式上传文件', '請以表單方式上傳檔案', 'Upload the file as a form'),
  'no-file': text('没有收到文件', '沒有收到檔案', 'No file arrived'),
  'import-kind-unknown': text(
    '暂不支持导入此类内容',
    '暫不支援匯入此類內容',
    'This kind of content cannot be imported yet',
  ),
  'header-not-found': text(
    '没有找到表头，至少要有“企业名称”和另外一列',
    '沒有找到表頭，至少要有「企業名稱」和另外一欄',
    'No header was found; it needs 企业名称 (name of the firm) and one more column',
  ),
  'no-rows': text('表头下面没有数据', '表頭下面沒有資料', 'There are no rows below the header'),
  'result-outcome': text('处理结果', '處理結果', 'Result'),
  'result-reasons': text('错误原因', '錯誤原因', 'Reasons'),
  'result-name': text('导入结果', '匯入結果', 'result'),
  'import-broken-off': text(
    '导入中断，可再次提交，将从中断处继续',
    '匯入中斷，可再次提交，將從中斷處繼續',
    'The import broke off; commit again to go on from there',
  ),
};
