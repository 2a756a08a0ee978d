package io.guildhall.model.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of a session for an event, against Discord's own list of intents. */
class DocumentedIntentsTest {
    /** Of what is in a channel that the session is not told of without the intent for guilds; the list leaves them out. */
    private static final Set<DispatchEvent> WITH_CHANNELS =
            Set.of(DispatchEvent.VOICE_CHANNEL_STATUS_UPDATE, DispatchEvent.VOICE_CHANNEL_START_TIME_UPDATE);

    private final Map<Intent, List<String>> documented = documented();

    @ParameterizedTest
    @EnumSource(DispatchEvent.class)
    void anEventNeedsTheIntentsThatAreDocumented(DispatchEvent event) {
        long needed = WITH_CHANNELS.contains(event) ? Intent.GUILDS.bit() : 0;
        assertThat(event.guildIntents()).as("in guilds").isEqualTo(needed | intents(event, false));
        assertThat(event.privateIntents()).as("in private").isEqualTo(intents(event, true));
    }

    @Test
    void everyIntentAndEveryEventOfTheListIsThere() {
        assertThat(documented.keySet()).containsExactly(Intent.values());
        Set<String> events =
                Arrays.stream(DispatchEvent.values()).map(Enum::name).collect(Collectors.toSet());
        documented.values().forEach(names -> assertThat(events).containsAll(names));
    }

    private long intents(DispatchEvent event, boolean inPrivate) {
        return documented.entrySet().stream()
                .filter(intent -> intent.getKey().name().startsWith("DIRECT_") == inPrivate)
                .filter(intent -> intent.getValue().contains(event.name()))
                .mapToLong(intent -> intent.getKey().bit())
                .reduce(0, (set, bit) -> set | bit);
    }

    private static Map<Intent, List<String>> documented() {
        Map<Intent, List<String>> events = new LinkedHashMap<>();
        try (InputStream list = DocumentedIntentsTest.class.getResourceAsStream("/documented-intents.txt")) {
            new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(words -> events.put(Intent.valueOf(words.getFirst()), words.subList(1, words.size())));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return events;
    }
}
