package io.guildhall.api.mail;

/** What mail says, in the language of the account's person. */
enum MailWords {
    ENGLISH {
        @Override
        Text about(Letter letter) {
            return switch (letter) {
                case CONFIRM -> new Text("Confirm your email address", """
                    Hello %s,

                    somebody has an account at %s with this email address. If it is yours, confirm the address within a day:

                    %s

                    If not, you need not do anything.
                    """);
                case RESET -> new Text("Choose another password", """
                    Hello %s,

                    somebody has forgotten the password of your account at %s. If it was you, choose another within an hour:

                    %s

                    If not, you need not do anything: the password stays as it is.
                    """);
            };
        }
    },
    CHINESE {
        @Override
        Text about(Letter letter) {
            return switch (letter) {
                case CONFIRM -> new Text("确认你的电子邮箱", """
                    %s，你好：

                    有人用这个邮箱在 %s 注册了账号。如果是你本人，请在一天之内确认：

                    %s

                    如果不是你，请忽略这封邮件。
                    """);
                case RESET -> new Text("重设密码", """
                    %s，你好：

                    有人忘记了你在 %s 的账号密码。如果是你本人，请在一小时之内重设：

                    %s

                    如果不是你，请忽略这封邮件，密码不会改变。
                    """);
            };
        }
    };

    /** @param body with places for whom it is to, the instance, and where they go */
    record Text(String subject, String body) {}

    abstract Text about(Letter letter);

    static MailWords of(String locale) {
        return locale.startsWith("zh") ? CHINESE : ENGLISH;
    }
}
