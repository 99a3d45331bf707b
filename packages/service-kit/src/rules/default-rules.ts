import type { Rule } from '../types.ts';

const FROM = '2000-01-01';

const rule = (key: string, value: number, text: string, source: string): Rule => ({
  key,
  value,
  from: FROM,
  text,
  source,
  version: `${FROM}/${key}#0`,
});

const OWN_PROPOSAL = '本系统建议值，可由街道调整';

/** What holds for a street that has set nothing else. Each value says what it means and where it comes from. */
export const DEFAULT_RULES: readonly Rule[] = [
  rule('founding.minimumMembers', 3, '有团员三人以上的，应当建立团的基层组织', '团章 2023 第二十二条'),
  rule(
    'founding.generalBranchMembers',
    30,
    '团员三十人以上的，可以建立团总支',
    '旧版团章条文；2023 团章未见人数，按街道设定',
  ),
  rule(
    'founding.committeeMembers',
    100,
    '团员一百人以上的，可以建立基层团委',
    '旧版团章条文；2023 团章未见人数，按街道设定',
  ),
  rule('founding.jointUnitCap', 5, '联合团支部覆盖单位一般不超过五个', '参照党支部工作条例；团内未见数量规定'),
  rule(
    'founding.developFirstYouths',
    15,
    '团员不足三人而二十八周岁以下青年达十五人的，先发展团员后建团',
    '地方非公企业建团工作做法',
  ),
  rule('roster.maxAgeDays', 90, '团员青年底数须在九十天内核实', OWN_PROPOSAL),
  rule('coverage.windowMonths', 12, '十二个月内有青年员工签到参加活动，视为活动覆盖', OWN_PROPOSAL),
  rule('approval.days', 30, '上级团组织一般在一个月内批复', '参照党支部工作条例；团内未见期限规定'),
  rule('election.quorum', 0.8, '到会有选举权的团员达到应到会的五分之四，方可选举', '团内选举通行做法'),
  rule('election.committeeFrom', 7, '团员七人以上的支部，设立支部委员会', '团支部工作条例（试行）'),
  rule('election.committeeMin', 3, '支部委员会由三至五人组成', '团支部工作条例（试行）'),
  rule('election.committeeMax', 7, '支部委员会最多不超过七人', '团支部工作条例（试行）'),
  rule('election.termYears', 3, '支部委员会每届任期三年', '团章 2023；团基层组织选举工作条例 2025'),
  rule('candidate.maxAgeNonParty', 28, '二十八周岁以上的团干部人选应为党员', '社会组织建团指导手册 2011'),
  rule('candidate.maxAge', 35, '团干部人选年龄一般不超过三十五周岁', '社会组织建团指导手册 2011'),
  rule('followUp.thankWorkingDays', 3, '首次参加活动的企业，三个工作日内回访致谢', OWN_PROPOSAL),
  rule('followUp.reminderHour', 9, '到期当日上午九时提醒', OWN_PROPOSAL),
];
