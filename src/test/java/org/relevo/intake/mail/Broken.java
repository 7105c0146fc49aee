package org.relevo.intake.mail;

import java.util.List;

/** Mails that no program should write, and some do. */
final class Broken {

    private static final String HEAD =
            "From: paul.fischer@demo.relevo.invalid\r\nMessage-ID: <broken-%s@example.org>\r\n";

    private Broken() {}

    static List<String> mails() {
        return List.of(
                head("no-boundary") + "Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\ntext\r\n",
                head("no-end") + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nThe end is missing",
                head("no-parts") + "Content-Type: multipart/mixed; boundary=x\r\n\r\nnothing at all\r\n",
                head("bad-type") + "Content-Type: ;;;=\r\n\r\nA type that is none\r\n",
                head("bad-base64") + "Content-Transfer-Encoding: base64\r\n\r\n!!!not base64 at all%%%=\r\n",
                head("bad-encoding") + "Content-Transfer-Encoding: rot-13\r\n\r\nGrkg\r\n",
                head("bad-subject") + "Subject: =?utf-8?b?!!!?= =?x-none?q?=ZZ?=\r\n\r\nA subject\r\n",
                head("bad-date") + "Date: yesterday\r\nReferences: <<<>>> <a\r\n\r\nA date\r\n",
                head("nul") + "Subject: with \0 NUL\r\n\r\nwith \0 NUL\r\n",
                "From: a@example.org, b@example.org\r\nMessage-ID: <broken-two@example.org>\r\n\r\nTwo senders\r\n",
                "From: \"<>@@\" <@>\r\nMessage-ID: <broken-from@example.org>\r\n\r\nNo sender\r\n",
                "\r\n",
                head("long-subject") + "Subject: " + "long ".repeat(150) + "\r\n\r\nLong\r\n",
                head("deep") + nested(400));
    }

    private static String head(String name) {
        return HEAD.formatted(name);
    }

    private static String nested(int depth) {
        var mail = new StringBuilder();
        for (var i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
        }
        return mail.append("Content-Type: text/plain\r\n\r\nat the bottom\r\n").toString();
    }
}
