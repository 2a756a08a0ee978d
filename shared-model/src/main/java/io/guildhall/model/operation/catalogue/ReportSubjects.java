package io.guildhall.model.operation.catalogue;

import java.util.List;

/** What people report. */
public final class ReportSubjects {
    public static final String MESSAGE = "message";
    public static final String USER = "user";
    public static final String GUILD = "guild";
    public static final List<String> ALL = List.of(MESSAGE, USER, GUILD);

    private ReportSubjects() {}
}
