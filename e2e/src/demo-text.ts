import type { FunnelView, Stage } from '@qucheng/contracts';

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  surveyed: '已摸排',
  visited: '已走访',
  activityCovered: '活动覆盖',
  liaisonNamed: '已设联络员',
  rosterVerified: '底数已核',
  ready: '具备条件',
  applied: '已申请',
  approved: '已批复',
  elected: '已选举',
  formed: '已建团',
  operating: '规范运行',
};

export const STEP_NAMES: Readonly<Record<string, string>> = {
  visit: '记走访',
  registerYouth: '登记青年员工',
  verifyMembers: '核实团员身份',
  activity: '办活动：游古运河，报名、签到',
  nameLiaison: '设联络员',
  confirmRoster: '确认花名册',
  chooseRoute: '选择单独建团',
  apply: '提交建团申请',
  approve: '批复同意',
  elect: '召开团员大会选举',
  confirmCommittee: '批复支部委员会',
};

const WIDTH = 40;

/** The funnel as lines of text: a bar for each stage, as long as its share of the ledger. */
export function printFunnel({ steps, total }: FunnelView): string {
  return steps
    .map(({ stage, reached }) => {
      const bar = '█'.repeat(total === 0 ? 0 : Math.ceil((reached / total) * WIDTH));
      // Each Hanzi is two columns wide, so names are filled up with full-width blanks.
      return `    ${STAGE_NAMES[stage].padEnd(6, '　')}${String(reached).padStart(5)}  ${bar}`;
    })
    .join('\n');
}
