package io.guildhall.api.oauth2;

import static io.guildhall.api.oauth2.Instance.APPLICATION;
import static io.guildhall.api.oauth2.Instance.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nobody gathers grants without end: what was given first ends. */
class GrantBoundsTest {
    private static final Set<OAuth2Scope> IDENTIFY = Set.of(OAuth2Scope.IDENTIFY);

    private final Instance instance = new Instance();

    private String token(long application, long grant) {
        return instance.grants.token(PERSON, application, IDENTIFY, grant).accessToken();
    }

    private List<Boolean> good(List<String> tokens) {
        return tokens.stream()
                .map(token -> instance.grants.verify(token).isPresent())
                .toList();
    }

    private long kept() {
        return instance.storage.rows(Read.from(OAuth2Grants.TABLE, PERSON).build()).await().indefinitely().stream()
                .filter(row -> row.get(OAuth2Grants.EXPIRES_AT) != 0)
                .count();
    }

    @Test
    void ofOneApplicationTwentyFiveStay() {
        instance.application(71, Instance.HOME);
        String another = token(71, 1);
        List<String> tokens = new ArrayList<>();
        for (long grant = 2; grant < 30; grant++) {
            tokens.add(token(APPLICATION, grant));
        }

        assertThat(good(tokens.subList(0, 3))).containsOnly(false);
        assertThat(good(tokens.subList(3, 28))).containsOnly(true);
        assertThat(instance.grants.verify(another)).isPresent();
        assertThat(kept()).isEqualTo(26);
        assertThat(instance.grants.covers(PERSON, APPLICATION, IDENTIFY)).isTrue();
    }

    @Test
    void noMoreStayOfThoseThatAreGivenAtTheSameMoment() throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> given = new ArrayList<>();
            for (long grant = 1; grant <= 100; grant++) {
                long id = grant;
                given.add(askers.submit(() -> {
                    together.await();
                    return token(APPLICATION, id);
                }));
            }
            together.countDown();
            for (Future<String> one : given) {
                one.get();
            }
        }
        assertThat(kept()).isEqualTo(25);
    }

    @Test
    void ofAllTogetherFiveHundredStay() {
        long grant = 0;
        String first = token(APPLICATION, ++grant);
        for (long application = 100; application < 121; application++) {
            instance.application(application, Instance.HOME);
            for (int count = 0; count < 24; count++) {
                token(application, ++grant);
            }
        }

        assertThat(instance.grants.verify(first)).isEmpty();
        assertThat(kept()).isEqualTo(500);
    }
}
