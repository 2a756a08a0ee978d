/** Every permission there is, in groups, with what it means. */
import type { Key } from "../../text/text";

export interface PermissionLine {
  bit: bigint;
  name: Key;
  why: Key;
}

export interface PermissionGroup {
  name: Key;
  /** Whether a channel of its own may say otherwise. */
  inChannels: boolean;
  lines: PermissionLine[];
}

const line = (bit: number, name: Key, why: Key): PermissionLine => ({ bit: 1n << BigInt(bit), name, why });

export const PERMISSION_GROUPS: PermissionGroup[] = [
  {
    name: "permissions.channels",
    inChannels: true,
    lines: [
      line(10, "permission.viewChannel", "permission.viewChannel.why"),
      line(4, "permission.manageChannels", "permission.manageChannels.why"),
      line(28, "permission.manageRoles", "permission.manageRoles.why"),
      line(29, "permission.manageWebhooks", "permission.manageWebhooks.why"),
      line(0, "permission.createInvite", "permission.createInvite.why"),
    ],
  },
  {
    name: "permissions.server",
    inChannels: false,
    lines: [
      line(5, "permission.manageGuild", "permission.manageGuild.why"),
      line(43, "permission.createExpressions", "permission.createExpressions.why"),
      line(30, "permission.manageExpressions", "permission.manageExpressions.why"),
      line(7, "permission.viewAuditLog", "permission.viewAuditLog.why"),
      line(19, "permission.viewInsights", "permission.viewInsights.why"),
      line(41, "permission.viewMonetization", "permission.viewMonetization.why"),
      line(3, "permission.administrator", "permission.administrator.why"),
    ],
  },
  {
    name: "permissions.members",
    inChannels: false,
    lines: [
      line(26, "permission.changeNickname", "permission.changeNickname.why"),
      line(27, "permission.manageNicknames", "permission.manageNicknames.why"),
      line(40, "permission.moderateMembers", "permission.moderateMembers.why"),
      line(1, "permission.kickMembers", "permission.kickMembers.why"),
      line(2, "permission.banMembers", "permission.banMembers.why"),
    ],
  },
  {
    name: "permissions.text",
    inChannels: true,
    lines: [
      line(11, "permission.sendMessages", "permission.sendMessages.why"),
      line(38, "permission.sendInThreads", "permission.sendInThreads.why"),
      line(35, "permission.createPublicThreads", "permission.createPublicThreads.why"),
      line(36, "permission.createPrivateThreads", "permission.createPrivateThreads.why"),
      line(14, "permission.embedLinks", "permission.embedLinks.why"),
      line(15, "permission.attachFiles", "permission.attachFiles.why"),
      line(6, "permission.addReactions", "permission.addReactions.why"),
      line(18, "permission.externalEmoji", "permission.externalEmoji.why"),
      line(37, "permission.externalStickers", "permission.externalStickers.why"),
      line(17, "permission.mentionEveryone", "permission.mentionEveryone.why"),
      line(13, "permission.manageMessages", "permission.manageMessages.why"),
      line(51, "permission.pinMessages", "permission.pinMessages.why"),
      line(52, "permission.bypassSlowmode", "permission.bypassSlowmode.why"),
      line(34, "permission.manageThreads", "permission.manageThreads.why"),
      line(16, "permission.readHistory", "permission.readHistory.why"),
      line(12, "permission.sendTts", "permission.sendTts.why"),
      line(46, "permission.sendVoiceMessages", "permission.sendVoiceMessages.why"),
      line(49, "permission.sendPolls", "permission.sendPolls.why"),
      line(31, "permission.useCommands", "permission.useCommands.why"),
      line(50, "permission.externalApps", "permission.externalApps.why"),
    ],
  },
  {
    name: "permissions.voice",
    inChannels: true,
    lines: [
      line(20, "permission.connect", "permission.connect.why"),
      line(21, "permission.speak", "permission.speak.why"),
      line(9, "permission.stream", "permission.stream.why"),
      line(39, "permission.activities", "permission.activities.why"),
      line(42, "permission.soundboard", "permission.soundboard.why"),
      line(45, "permission.externalSounds", "permission.externalSounds.why"),
      line(25, "permission.voiceActivity", "permission.voiceActivity.why"),
      line(8, "permission.prioritySpeaker", "permission.prioritySpeaker.why"),
      line(22, "permission.muteMembers", "permission.muteMembers.why"),
      line(23, "permission.deafenMembers", "permission.deafenMembers.why"),
      line(24, "permission.moveMembers", "permission.moveMembers.why"),
      line(48, "permission.voiceStatus", "permission.voiceStatus.why"),
      line(32, "permission.requestToSpeak", "permission.requestToSpeak.why"),
    ],
  },
  {
    name: "permissions.events",
    inChannels: true,
    lines: [
      line(44, "permission.createEvents", "permission.createEvents.why"),
      line(33, "permission.manageEvents", "permission.manageEvents.why"),
    ],
  },
];
