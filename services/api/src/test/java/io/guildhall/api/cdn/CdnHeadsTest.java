package io.guildhall.api.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A HEAD that is declared for one path answers for all others that look like it: so all are declared, or the answers differ. */
class CdnHeadsTest {
    @Test
    void everyFileHasAHead() {
        assertThat(paths(HEAD.class)).containsExactlyInAnyOrderElementsOf(paths(GET.class));
    }

    private static List<String> paths(Class<? extends Annotation> verb) {
        return Stream.of(CdnResource.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(verb))
                .map(CdnHeadsTest::path)
                .toList();
    }

    private static String path(Method method) {
        return method.getAnnotation(Path.class).value();
    }
}
