import type { RuleRef } from '@qucheng/contracts';

/**
 * Rules that carry no threshold and so are no setting of a street. A source says how firm it is: an official text,
 * practice elsewhere, or this product's own proposal (建议做法).
 */
const written = (key: string, text: string, source: string): RuleRef => ({ key, text, source, version: 'written' });

export const WRITTEN = {
  survey: written(
    'written.survey',
    '摸排台账写明统一社会信用代码（或暂无代码的原因）、行业和所在社区。',
    '建议做法；代码按 GB 32100-2015 校验',
  ),
  visit: written('written.visit', '实地或电话走访，问清职工和青年人数。', '杭州培育库做法（报道）'),
  liaison: written('written.liaison', '暂不具备建团条件的，先明确青年工作负责人和联络员。', '陕西共青团做法（报道）'),
  ownerAttitude: written('written.ownerAttitude', '企业负责人谢绝期间不设联络员，待态度转变后再推进。', '建议做法'),
  verification: written(
    'written.verification',
    '凭团员档案、团员证、原团组织或智慧团建逐人核实团员身份。',
    '“三找三定七步走”做法（报道）',
  ),
  routes: written(
    'written.routes',
    '建团形式按工作需要和团员人数确定，报上级团的委员会批准。',
    '团章（2023）第二十二、二十三条',
  ),
  joint: written(
    'written.joint',
    '团员不足 3 人的，可与地域相邻、行业相近、规模适当、便于管理的单位联合建团，各方同意。',
    '团支部工作条例（试行）',
  ),
  temporary: written(
    'written.temporary',
    '临时团支部随临时单位撤销而终止，成员由批准机关指定，不选举。',
    '团支部工作条例（试行）',
  ),
  training: written(
    'written.training',
    '入团积极分子培养不少于 3 个月、8 学时。',
    '发展团员工作做法（学校、地方团委流程）',
  ),
  application: written(
    'written.application',
    '建团申请写明事由、形式、书记和委员人选，附团员名册，加盖公章，有党组织的抄报党组织。',
    '建团申请范本（建团指导手册）',
  ),
  candidates: written(
    'written.candidates',
    '人选应是本单位团员；党员担任团的职务的，有表决权、选举权和被选举权。',
    '团基层组织选举工作条例（2025）第六条',
  ),
  approval: written('written.approval', '成立团组织须经上级团的委员会批准。', '团章（2023）第二十二条'),
  ballots: written(
    'written.ballots',
    '无记名投票，收回的选票不多于发出的为有效；不得委托投票。',
    '团基层组织选举工作条例（2025）',
  ),
  majority: written('written.majority', '候选人得票超过有效票的半数，方为当选。', '团基层组织选举工作条例（2025）'),
  committeeReply: written(
    'written.committeeReply',
    '选举结果报上级批复，接转团员组织关系，录入智慧团建。',
    '建团指导手册；智慧团建操作要求',
  ),
  orgCadreMembers: written(
    'written.orgCadreMembers',
    '有组织、有团干、有团员，经得起检验。',
    '《中国青年报》2019-05-10（广东）',
  ),
} as const;
