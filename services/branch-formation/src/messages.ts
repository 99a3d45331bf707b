import type { MissingCode } from '@qucheng/contracts';
import type { Message, MessageCatalogue } from '@qucheng/service-kit';

const say = (zhHans: string, zhHant: string, en: string): Message => ({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });

/** One label for every code of a missing item: a code without a label does not compile. */
const missing: Readonly<Record<MissingCode, Message>> = {
  registration: say('企业尚未登记入库', '企業尚未登記入庫', 'The firm is not in the ledger yet'),
  creditCode: say(
    '缺统一社会信用代码，或暂无代码的原因',
    '缺統一社會信用代碼，或暫無代碼的原因',
    'No credit code, and no reason why there is none',
  ),
  industry: say('缺所属行业', '缺所屬行業', 'Industry is missing'),
  community: say('缺所在社区', '缺所在社區', 'Community is missing'),
  visit: say('还没有走访或电话联系', '還沒有走訪或電話聯繫', 'Nobody has visited or called yet'),
  headcounts: say(
    '职工数和 35 岁以下青年数未问清',
    '職工數和 35 歲以下青年數未問清',
    'Staff and young employees (35 and under) are not known yet',
  ),
  attendee: say(
    '近期没有青年到场参加活动',
    '近期沒有青年到場參加活動',
    'No young employee was checked in at an activity lately',
  ),
  liaison: say('未设联络员', '未設聯絡員', 'No liaison person is named'),
  ownerAttitude: say('企业负责人目前谢绝', '企業負責人目前謝絕', 'The owner declines at present'),
  personInFirm: say(
    '此人不在该企业的花名册或联系人中',
    '此人不在該企業的花名冊或聯繫人中',
    'This person is neither on the roster nor a contact of the firm',
  ),
  rosterConfirmation: say('花名册尚未确认', '花名冊尚未確認', 'The roster has not been confirmed'),
  rosterOld: say(
    '花名册确认于 {have} 天前，须在 {need} 天内',
    '花名冊確認於 {have} 天前，須在 {need} 天內',
    'The roster was confirmed {have} days ago; it counts for {need} days',
  ),
  unverifiedMembers: say(
    '还有 {have} 名团员待核实',
    '還有 {have} 名團員待核實',
    '{have} stated members still have to be verified',
  ),
  route: say('未选定建团形式', '未選定建團形式', 'No route is chosen'),
  members: say(
    '已核实团员 {have} 人，需要 {need} 人',
    '已核實團員 {have} 人，需要 {need} 人',
    '{have} verified members of {need} needed',
  ),
  youths: say(
    '28 岁以下青年 {have} 人，需要 {need} 人',
    '28 歲以下青年 {have} 人，需要 {need} 人',
    '{have} youths of 28 and under of {need} needed',
  ),
  applicant: say('还没有在培养的入团积极分子', '還沒有在培養的入團積極分子', 'No applicant is in training yet'),
  soloInstead: say(
    '已有团员 {have} 人，应单独建团',
    '已有團員 {have} 人，應單獨建團',
    'With {have} members the firm founds a branch of its own',
  ),
  partnerConsent: say('缺联合单位的同意', '缺聯合單位的同意', 'Consent of the partner firms is missing'),
  endDate: say('缺临时单位的结束日期', '缺臨時單位的結束日期', 'The end date of the temporary unit is missing'),
  application: say('还没有建团申请', '還沒有建團申請', 'No application has been made'),
  reason: say('申请缺建团事由', '申請缺建團事由', 'The application gives no reason'),
  secretaryCandidate: say(
    '申请须提出一名书记人选',
    '申請須提出一名書記人選',
    'The application has to name one candidate for secretary',
  ),
  candidateInRoster: say(
    '人选不在本企业花名册中',
    '人選不在本企業花名冊中',
    'The candidate is not on the roster of this firm',
  ),
  candidateMember: say(
    '人选不是已核实的团员或党员',
    '人選不是已核實的團員或黨員',
    'The candidate is neither a verified member nor a Party member',
  ),
  candidateOnce: say('同一人被列了两次', '同一人被列了兩次', 'The same person is named twice'),
  seal: say('申请未盖章', '申請未蓋章', 'The application carries no seal'),
  partyBodyCopy: say('未抄报本单位党组织', '未抄報本單位黨組織', 'The Party body of the firm has no copy'),
  form: say(
    '申请的组织形式与选定的建团形式不符',
    '申請的組織形式與選定的建團形式不符',
    'The form asked for does not fit the chosen route',
  ),
  approval: say('等待街道批复', '等待街道批覆', 'The reply of the street is awaited'),
  dateNotInFuture: say('日期不能晚于今天', '日期不能晚於今天', 'The date lies in the future'),
  dateAfterPrevious: say('日期不能早于上一步', '日期不能早於上一步', 'The date lies before the step it follows'),
  election: say('还没有选举', '還沒有選舉', 'No election has been held'),
  appointment: say(
    '临时团支部由批准机关指定成员，本系统尚不能办理指定',
    '臨時團支部由批准機關指定成員，本系統尚不能辦理指定',
    'A temporary branch is appointed by who approves it, which cannot be done here yet',
  ),
  quorum: say(
    '到会 {have} 人，至少需要 {need} 人',
    '到會 {have} 人，至少需要 {need} 人',
    '{have} were present, at least {need} are needed',
  ),
  presentWithinDue: say(
    '到会 {have} 人多于应到 {need} 人',
    '到會 {have} 人多於應到 {need} 人',
    '{have} present are more than the {need} due',
  ),
  ballotsSent: say(
    '发出选票 {have} 张多于到会 {need} 人',
    '發出選票 {have} 張多於到會 {need} 人',
    '{have} ballots sent are more than {need} present',
  ),
  ballotsReturned: say(
    '收回选票 {have} 张多于发出 {need} 张',
    '收回選票 {have} 張多於發出 {need} 張',
    '{have} ballots returned are more than {need} sent',
  ),
  ballotsValid: say(
    '有效票 {have} 张多于收回 {need} 张',
    '有效票 {have} 張多於收回 {need} 張',
    '{have} valid ballots are more than {need} returned',
  ),
  votesWithinBallots: say(
    '得票 {have} 张多于有效票 {need} 张',
    '得票 {have} 張多於有效票 {need} 張',
    '{have} votes are more than {need} valid ballots',
  ),
  majority: say(
    '得票 {have} 张，至少需要 {need} 张方过半数',
    '得票 {have} 張，至少需要 {need} 張方過半數',
    '{have} votes; {need} are needed for more than half',
  ),
  secretary: say(
    '应选出书记 {need} 名，现为 {have} 名',
    '應選出書記 {need} 名，現為 {have} 名',
    '{have} secretaries were elected; it has to be {need}',
  ),
  committeeSize: say(
    '委员会 {have} 人，应为 {need} 人',
    '委員會 {have} 人，應為 {need} 人',
    'The committee has {have} people; the bound is {need}',
  ),
  withoutCommittee: say(
    '团员 {have} 人，不足 {need} 人的只选书记，可加副书记一名',
    '團員 {have} 人，不足 {need} 人的只選書記，可加副書記一名',
    'With {have} members, fewer than {need}, only a secretary and if needed one deputy are elected',
  ),
  committee: say('选举结果待批复', '選舉結果待批覆', 'The committee has not been confirmed'),
  transfers: say(
    '团员组织关系尚未开始转接',
    '團員組織關係尚未開始轉接',
    'Transfers of membership have not been started',
  ),
  secretaryInFirm: say(
    '当选书记已不在花名册中',
    '當選書記已不在花名冊中',
    'The elected secretary is no longer on the roster',
  ),
  candidateOverLeagueAge: say(
    '人选 {have} 岁，超过 {need} 岁的应为党员',
    '人選 {have} 歲，超過 {need} 歲的應為黨員',
    'The candidate is {have}; over {need} it should be a Party member',
  ),
  candidateOverAge: say(
    '人选 {have} 岁，一般不超过 {need} 岁',
    '人選 {have} 歲，一般不超過 {need} 歲',
    'The candidate is {have}; normally not over {need}',
  ),
  dueBelowMembers: say(
    '选举应到 {have} 人，少于团员 {need} 人',
    '選舉應到 {have} 人，少於團員 {need} 人',
    '{have} were due at the election, fewer than {need} members',
  ),
};

const refusals: MessageCatalogue = {
  'unknown-enterprise': say('没有找到该企业', '沒有找到該企業', 'There is no such firm'),
  'person-unknown': say('不能指定此人为联络员', '不能指定此人為聯絡員', 'This person cannot be the liaison'),
  'owner-declines': say('暂不设联络员', '暫不設聯絡員', 'A liaison cannot be named at present'),
  'route-closed': say(
    '这种建团形式的条件尚不具备',
    '這種建團形式的條件尚不具備',
    'The conditions of this route are not met',
  ),
  'not-ready': say('建团条件尚不具备', '建團條件尚不具備', 'The firm is not ready for this step'),
  'application-incomplete': say('申请材料不齐', '申請材料不齊', 'The application is incomplete'),
  'application-returned': say(
    '申请已退回，等待重新提交',
    '申請已退回，等待重新提交',
    'The application was returned and has to be made again',
  ),
  'already-applied': say('已有申请在等待批复', '已有申請在等待批覆', 'An application is waiting for its reply already'),
  'already-approved': say('已经批复', '已經批覆', 'The reply has been given already'),
  'already-elected': say('选举结果已经记录', '選舉結果已經記錄', 'The election has been recorded already'),
  'already-formed': say('团支部已经成立', '團支部已經成立', 'The branch has been formed already'),
  'election-invalid': say('选举记录不符合规定', '選舉記錄不符合規定', 'The record of the election breaks its rules'),
  'not-elected': say('尚未选举', '尚未選舉', 'There has been no election'),
  'term-too-late': say(
    '任期起始日期晚于一年以后，请核对年份',
    '任期起始日期晚於一年以後，請核對年份',
    'The term begins more than a year ahead: check the year',
  ),
  'not-yet-formed': say('还不能确认成立', '還不能確認成立', 'The branch cannot be confirmed yet'),
};

export const messages: MessageCatalogue = { ...missing, ...refusals };
