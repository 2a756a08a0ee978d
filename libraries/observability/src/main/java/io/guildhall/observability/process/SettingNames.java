package io.guildhall.observability.process;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import io.smallrye.config.PropertyName;

/**
 * Replaces one method in native executables. At each start Quarkus compares every name in the configuration, segment by segment,
 * with those of all extensions, to report the unknown ones. It looks for the end of a segment before each comparison, which took a
 * tenth of the start; most comparisons are over with the first letter. The answers are the same.
 */
@TargetClass(PropertiesUtil.class)
final class SettingNames {
    private SettingNames() {}

    @Substitute
    public static boolean isMapped(NameIterator name, String mapped) {
        String whole = name.getName();
        int offset = name.getPosition() + 1;
        if (offset < whole.length() && !mapped.isEmpty()) {
            char first = whole.charAt(offset);
            char other = mapped.charAt(0);
            // A star stands for any segment.
            if (first != other && first != '*' && other != '*') {
                return false;
            }
        }
        int end = name.getNextEnd();
        int length = end == 0 ? whole.length() : end - offset;
        return PropertyName.equals(whole, offset, length, mapped, 0, mapped.length());
    }
}
