import type { WantedColumn } from '@qucheng/documents';

export type LedgerField =
  | 'name'
  | 'creditCode'
  | 'industry'
  | 'community'
  | 'address'
  | 'building'
  | 'contact'
  | 'phone'
  | 'staff'
  | 'le35'
  | 'le28'
  | 'members'
  | 'partyMembers'
  | 'aboveScale';

/** The columns of a ledger and what offices write above them. */
export const LEDGER_COLUMNS: readonly WantedColumn<LedgerField>[] = [
  {
    field: 'name',
    headers: ['企业名称', '单位名称', '企业', '公司名称', '名称', '单位', '市场主体名称'],
    required: true,
  },
  { field: 'creditCode', headers: ['统一社会信用代码', '社会信用代码', '信用代码', '统一代码', '统一信用代码'] },
  { field: 'industry', headers: ['行业', '所属行业', '行业类别', '行业分类', '行业类型'] },
  { field: 'community', headers: ['所在社区', '社区', '所属社区', '所在村社区', '村社区', '辖区社区'] },
  { field: 'address', headers: ['地址', '经营地址', '企业地址', '注册地址', '详细地址', '单位地址'] },
  { field: 'building', headers: ['楼宇', '所在楼宇', '楼宇园区', '园区', '商圈楼宇'] },
  { field: 'contact', headers: ['联系人', '企业联系人', '联络员', '联系人姓名'] },
  { field: 'phone', headers: ['联系电话', '电话', '联系方式', '手机', '手机号', '手机号码', '联系人电话'] },
  {
    field: 'staff',
    headers: ['职工总数', '职工人数', '员工总数', '员工数', '从业人数', '职工数', '总人数', '员工人数'],
  },
  {
    field: 'le35',
    headers: [
      '35岁以下',
      '35岁以下青年',
      '35周岁以下',
      '35周岁以下青年',
      '青年数',
      '青年人数',
      '青年职工数',
      '35岁以下青年数',
    ],
  },
  { field: 'le28', headers: ['28岁以下', '28周岁以下', '28岁以下青年', '28周岁以下青年'] },
  { field: 'members', headers: ['团员数', '团员', '团员人数', '共青团员数'] },
  { field: 'partyMembers', headers: ['党员数', '党员', '党员人数'] },
  { field: 'aboveScale', headers: ['是否规上', '规上', '规上企业', '是否规上企业', '是否规模以上'] },
];

export const COUNT_FIELDS = ['staff', 'le35', 'le28', 'members', 'partyMembers'] as const;
