package io.guildhall.api.endpoint;

import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;

/** Takes an application's answer as if it had been sent as a request of its own, with every check of such a request. */
public interface Callbacks {
    RestAnswer answer(RestRequest request);
}
