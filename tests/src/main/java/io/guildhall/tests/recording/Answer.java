package io.guildhall.tests.recording;

/**
 * What an instance answered to one request.
 *
 * @param path as it was requested, without the query
 * @param type the Content-Type header, empty when there was none
 * @param length of the body in bytes
 * @param body the body of a JSON answer, empty for any other
 */
public record Answer(String method, String path, int status, String type, int length, String body) {}
