package io.guildhall.push.apns;

import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.RetryAfter;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * What Apple answers, as the pipeline understands it:
 *
 * <table>
 * <caption>Answers of APNs</caption>
 * <tr><th>Answer</th><th>Then</th></tr>
 * <tr><td>410, or a token that is none or of another application</td><td>the device goes</td></tr>
 * <tr><td>429: too many for this device</td><td>it is sent again later</td></tr>
 * <tr><td>503</td><td>nothing is sent for half a minute</td></tr>
 * <tr><td>403: who sends is not known (yet), 500 and above</td><td>it is sent again later</td></tr>
 * <tr><td>any other refusal</td><td>it is dropped</td></tr>
 * </table>
 */
final class ApnsAnswers {
    private static final Set<String> NO_DEVICE =
            Set.of("BadDeviceToken", "DeviceTokenNotForTopic", "MissingDeviceToken");

    private ApnsAnswers() {}

    static PushAnswer of(PushNotificationResponse<? extends ApnsPushNotification> answer) {
        if (answer.isAccepted()) {
            return new PushAnswer.Taken();
        }
        String reason = answer.getRejectionReason().orElse("answer " + answer.getStatusCode());
        return switch (answer.getStatusCode()) {
            case 410 -> new PushAnswer.Gone();
            case 400 -> NO_DEVICE.contains(reason) ? new PushAnswer.Gone() : new PushAnswer.Refused(reason);
            case 403, 429 -> new PushAnswer.Later(Optional.empty());
            case 503 -> new PushAnswer.Overloaded(RetryAfter.UNSAID);
            default ->
                answer.getStatusCode() >= 500 ? new PushAnswer.Later(Optional.empty()) : new PushAnswer.Refused(reason);
        };
    }

    /** Of a notification without an answer: what never left may be sent again, and nothing else. */
    static PushAnswer of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new PushAnswer.Later(Optional.empty());
            }
        }
        Throwable first = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return new PushAnswer.Unknown(first.getClass().getSimpleName());
    }
}
