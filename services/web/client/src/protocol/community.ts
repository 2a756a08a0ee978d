/** What communities set up for themselves: rules, events, onboarding, templates, sounds. Field names are those on the wire. */
import type { Id } from "./snowflake";
import type { StickerItem, User } from "./types";

export enum Trigger {
  Keyword = 1,
  Spam = 3,
  Preset = 4,
  Mentions = 5,
  Profile = 6,
}

export enum RuleEvent {
  Message = 1,
  MemberUpdate = 2,
}

export enum RuleActionType {
  Block = 1,
  Alert = 2,
  TimeOut = 3,
  BlockMember = 4,
}

export interface RuleAction {
  type: RuleActionType;
  metadata?: { custom_message?: string; channel_id?: Id; duration_seconds?: number };
}

export interface TriggerMetadata {
  keyword_filter?: string[];
  regex_patterns?: string[];
  allow_list?: string[];
  presets?: number[];
  mention_total_limit?: number;
  mention_raid_protection_enabled?: boolean;
}

export interface Rule {
  id: Id;
  name: string;
  event_type: RuleEvent;
  trigger_type: Trigger;
  trigger_metadata: TriggerMetadata;
  actions: RuleAction[];
  enabled: boolean;
  exempt_roles: Id[];
  exempt_channels: Id[];
}

export enum EventPlace {
  Stage = 1,
  Voice = 2,
  External = 3,
}

export enum EventStatus {
  Scheduled = 1,
  Active = 2,
  Completed = 3,
  Cancelled = 4,
}

export interface ScheduledEvent {
  id: Id;
  guild_id: Id;
  channel_id: Id | null;
  creator_id?: Id | null;
  name: string;
  description?: string | null;
  scheduled_start_time: string;
  scheduled_end_time?: string | null;
  status: EventStatus;
  entity_type: EventPlace;
  entity_metadata?: { location?: string } | null;
  user_count?: number;
}

export interface Template {
  code: string;
  name: string;
  description: string | null;
  usage_count: number;
  updated_at: string;
  is_dirty?: boolean | null;
}

export interface Integration {
  id: Id;
  name: string;
  type: string;
  application?: { id: Id; name: string; description?: string; bot?: User };
  scopes?: string[];
  user?: User;
}

export interface Sound {
  sound_id: Id;
  name: string;
  volume: number;
  emoji_name?: string | null;
  user?: User;
}

export interface OwnedSticker extends StickerItem {
  description: string | null;
  tags: string;
}

export interface PromptOption {
  id?: Id;
  title: string;
  description?: string | null;
  channel_ids: Id[];
  role_ids: Id[];
  /** As it is read; it is written as the two fields below. */
  emoji?: { id: Id | null; name: string | null };
  emoji_id?: Id | null;
  emoji_name?: string | null;
}

export interface Prompt {
  id?: Id;
  type: number;
  title: string;
  single_select: boolean;
  required: boolean;
  in_onboarding: boolean;
  options: PromptOption[];
}

export interface Onboarding {
  enabled: boolean;
  /** 0 counts only default channels towards what a community must offer, 1 also those of prompts. */
  mode: number;
  default_channel_ids: Id[];
  prompts: Prompt[];
}

export interface WelcomeChannel {
  channel_id: Id;
  description: string;
  emoji_id?: Id | null;
  emoji_name?: string | null;
}

export interface WelcomeScreen {
  enabled?: boolean;
  description: string | null;
  welcome_channels: WelcomeChannel[];
}
