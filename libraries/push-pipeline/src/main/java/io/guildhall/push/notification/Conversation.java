package io.guildhall.push.notification;

/** What one device would show together. */
public record Conversation(long deviceId, long channelId) {}
