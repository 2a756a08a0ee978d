package io.guildhall.push.notification;

/**
 * Where a person is told.
 *
 * @param id of the registration, never used for another one
 * @param userId of the person
 * @param connection over which it is reached, such as {@code web-push https://push.example}: what is equal shares a connection's places
 * @param address as the provider of the connection understands it
 */
public record Device(long id, long userId, String connection, String address) {}
