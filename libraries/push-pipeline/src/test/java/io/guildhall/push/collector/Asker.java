package io.guildhall.push.collector;

import io.guildhall.push.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** Asks for as many as a test says. */
final class Asker implements Flow.Subscriber<Attempt> {
    final List<Notification> got = new ArrayList<>();
    private Flow.Subscription subscription;

    void ask(int many) {
        subscription.request(many);
    }

    @Override
    public void onSubscribe(Flow.Subscription one) {
        subscription = one;
    }

    @Override
    public void onNext(Attempt attempt) {
        got.add(attempt.notification());
    }

    @Override
    public void onError(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {}
}
