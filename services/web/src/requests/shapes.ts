import type { z } from 'zod';
import type * as contracts from '@qucheng/contracts';

/** Shapes of the answers, taken from the contracts as types only: the schemas themselves stay out of the bundle. */
export type Me = z.infer<typeof contracts.Me>;
export type CommunityItem = z.infer<typeof contracts.CommunityItem>;
export type AccountItem = z.infer<typeof contracts.AccountItem>;
export type TimelineEntry = z.infer<typeof contracts.TimelineEntry>;
export type YouthItem = z.infer<typeof contracts.YouthItem>;
export type VisitItem = z.infer<typeof contracts.VisitItem>;
export type ActivityItem = z.infer<typeof contracts.ActivityItem>;
export type ImportRow = z.infer<typeof contracts.ImportRow>;
export type RegisterYouth = z.input<typeof contracts.RegisterYouth>;
export type NameLiaison = z.input<typeof contracts.NameLiaison>;
export type ChooseRoute = z.input<typeof contracts.ChooseRoute>;
export type ApplyForFounding = z.input<typeof contracts.ApplyForFounding>;
export type HoldElection = z.input<typeof contracts.HoldElection>;
export type ConfirmCommittee = z.input<typeof contracts.ConfirmCommittee>;
export type VerifyMember = z.input<typeof contracts.VerifyMember>;
export type {
  Action,
  ActivityView,
  ApplicationItem,
  EnterpriseView,
  FirmCard,
  FirmQuery,
  FollowUpItem,
  FormationView,
  FunnelView,
  ImportView,
  IndustryItem,
  LogVisit,
  ManagedAccount,
  MissingItem,
  NextAction,
  OpenAccount,
  Problem,
  PublishActivity,
  Role,
  RosterView,
  Route,
  RuleRef,
  Stage,
  TimelineQuery,
  Written,
} from '@qucheng/contracts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number;
}
