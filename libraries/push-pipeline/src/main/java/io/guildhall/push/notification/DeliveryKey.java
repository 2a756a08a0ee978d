package io.guildhall.push.notification;

/** A device is told at most once of what has one id. */
public record DeliveryKey(long deviceId, long subjectId) {}
